import { ofetch } from 'ofetch'
import { withVersion } from '../../manifests.ts'
import type { Peer } from '../peer.ts'
import { body, fixedHeaders, newIds, path } from '../request.ts'

export const ofetchPeer: Peer = {
  name: withVersion('ofetch'),
  does: '`ofetch.create` with base URL and fixed headers',
  imports: 'ofetch',
  connect: (baseURL) => {
    const client = ofetch.create({ baseURL, headers: fixedHeaders })
    return () => client(path, { method: 'POST', body: { ...body }, headers: newIds() })
  },
}
