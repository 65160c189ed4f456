import axios from 'axios'
import { withVersion } from '../../manifests.ts'
import type { Peer } from '../peer.ts'
import { body, fixedHeaders, newIds, path } from '../request.ts'

export const axiosPeer: Peer = {
  name: withVersion('axios'),
  does: '`axios.create` with base URL and fixed headers; in Node it goes through node:http',
  imports: 'axios',
  connect: (baseURL) => {
    const client = axios.create({ baseURL, headers: fixedHeaders })
    return async () => (await client.post(path, body, { headers: newIds() })).data
  },
}
