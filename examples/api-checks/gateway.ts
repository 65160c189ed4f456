import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

/** Starts a gateway in front of Partner Center that lets through what concerns product upgrades and customers. */
export async function startGateway(target: string, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    forward(target, request, response).catch(() => response.writeHead(502).end())
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return server
}

async function forward(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request
  if (!/^\/v1\/(productupgrades|customers)\b/i.test(url)) return void response.writeHead(404).end()
  const { host, connection, 'content-length': length, ...own } = headers
  const chunks = await Array.fromAsync(request)
  const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
  const answer = await fetch(target + url, {
    method,
    headers: own as Record<string, string>,
    redirect: 'manual',
    ...body,
  })
  const text = Buffer.from(await answer.arrayBuffer())
  // `fetch` has decompressed the body.
  const { 'content-encoding': _, 'transfer-encoding': __, ...kept } = Object.fromEntries(answer.headers)
  response.writeHead(answer.status, { ...kept, 'content-length': text.length }).end(text)
}
