import type { paths } from '@partner-upgrades/spec'
import createClient from 'openapi-fetch'
import { withVersion } from '../../manifests.ts'
import type { Peer } from '../peer.ts'
import { body, fixedHeaders, newIds, path } from '../request.ts'

/** The baseline that our client is compared with. */
export const openapiFetch: Peer = {
  name: withVersion('openapi-fetch'),
  does: '`POST` of a typed client, the fixed headers given to the client, the IDs to the call',
  imports: 'openapi-fetch',
  connect: (baseUrl) => {
    const client = createClient<paths>({ baseUrl, headers: fixedHeaders })
    return async () => {
      const { data, response } = await client.POST(path, { body, headers: newIds() })
      if (!response.ok) throw new Error(`${response.status}`)
      return data
    }
  },
}

/** The same without the headers that this API expects. */
export const openapiFetchBare: Peer = {
  name: `${openapiFetch.name}, a token and no other headers`,
  does: 'as above, without `Accept`, IDs, version, locale and application: what those cost',
  connect: (baseUrl) => {
    const { Authorization } = fixedHeaders
    const client = createClient<Record<string, { post: paths[typeof path]['post'] }>>({
      baseUrl,
      headers: { Authorization },
    })
    return async () => {
      const { data, response } = await client.POST(`${path}?bare`, { body })
      if (!response.ok) throw new Error(`${response.status}`)
      return data
    }
  },
}
