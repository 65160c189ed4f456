import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

/** Starts a gateway in front of Partner Center that lets through what concerns product upgrades and customers. */
export async function startGateway(target: string, port = 0): Promise<Server> {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request
    if (!/^\/v1\/(productupgrades|customers)\b/i.test(url)) return void response.writeHead(404).end()
    const { host, connection, 'content-length': length, ...own } = headers
    const chunks = await Array.fromAsync(request)
    const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
    const answer = await fetch(target + url, { method, headers: own as Record<string, string>, ...body })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return server
}

if (import.meta.main) await startGateway('https://api.partnercenter.microsoft.com', 4011)
