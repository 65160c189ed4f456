import ky from 'ky'
import { withVersion } from '../../manifests.ts'
import type { Peer } from '../peer.ts'
import { body, fixedHeaders, newIds, path } from '../request.ts'

export const kyPeer: Peer = {
  name: withVersion('ky'),
  does: '`ky.create` with base URL and fixed headers, then `json()`; its default time-out and retries',
  imports: 'ky',
  connect: (baseUrl) => {
    const client = ky.create({ baseUrl, headers: fixedHeaders })
    return () => client.post(path, { json: body, headers: newIds() }).json()
  },
}
