import { once } from 'node:events'
import { createServer } from 'node:http'
import { createProductUpgradesClient } from '../src/index.ts'
import { request } from './service.ts'

/** Sends this many requests to a server that redirects them all, with bodies, and returns how many sockets are open afterwards. */
export async function socketsAfterRedirects(count: number): Promise<number> {
  const server = createServer((incoming, response) => {
    incoming.resume()
    response.writeHead(307, { Location: 'https://elsewhere.example/' })
    // Larger than the socket buffers, so that an unread body would keep the socket open.
    response.end(Buffer.alloc(1 << 16))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  try {
    const address = server.address()
    const baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
    const upgrades = createProductUpgradesClient({ credential: 'token', baseUrl })
    const calls = Array.from({ length: count }, () => upgrades.checkEligibility(request))
    const endings = await Promise.allSettled(calls)
    if (endings.some(({ status }) => status === 'fulfilled')) throw new Error('A redirect was followed')
    return await new Promise((resolve) => server.getConnections((_, open) => resolve(open)))
  } finally {
    server.close()
    server.closeAllConnections()
  }
}
