import { getClient } from '@azure-rest/core-client'
import { withVersion } from '../../manifests.ts'
import type { Peer } from '../peer.ts'
import { body, fixedHeaders, newIds, path } from '../request.ts'

export const azure: Peer = {
  name: withVersion('@azure-rest/core-client'),
  does: '`getClient` with its default policies (retries, logging, tracing, request ID); in Node it goes through node:http',
  imports: '@azure-rest/core-client',
  connect: (baseUrl) => {
    const client = getClient(baseUrl, { allowInsecureConnection: true })
    return async () => {
      const headers = { ...fixedHeaders, ...newIds() }
      const response = await client.path(path).post({ body, headers, contentType: 'application/json' })
      if (response.status !== '200') throw new Error(response.status)
      return response.body
    }
  },
}
