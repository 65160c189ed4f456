import type { Peer } from '../peer.ts'
import { body, fixedHeaders, newIds, path } from '../request.ts'

export const bareFetch: Peer = {
  name: 'bare fetch',
  does: '`fetch` with URL, headers and JSON text, then `ok` and `json()`',
  connect: (baseUrl) => async () => {
    const response = await fetch(baseUrl + path, {
      method: 'POST',
      headers: { ...fixedHeaders, ...newIds(), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${response.status}`)
    return response.json()
  },
}
