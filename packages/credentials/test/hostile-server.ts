import { once } from 'node:events'
import { createServer as createHttpServer, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Bomb } from './bomb.ts'
import type { Certificate } from './certificate.ts'
import { deviceCode } from './entra.ts'

/** A server on loopback whose responses no service should send. */
export interface HostileServer {
  readonly url: string
  /** The open sockets. */
  readonly open: ReadonlySet<Socket>
  /** The number of requests received. */
  readonly requests: number
  close(): void
}

/** Responds to a request, or returns `false` to leave it to the server. */
export type Misbehave = (path: string, response: ServerResponse) => boolean

/** Starts a server, over TLS if given a certificate. Unless it misbehaves, it is an issuer that returns device codes. */
export async function startHostileServer(misbehave: Misbehave, certificate?: Certificate): Promise<HostileServer> {
  const open = new Set<Socket>()
  const server = certificate ? createServer(certificate) : createHttpServer()
  let requests = 0
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => {})
  })
  server.on('request', ({ url: path = '' }, response) => {
    requests++
    response.on('error', () => {})
    if (misbehave(path, response)) return
    const endpoints = {
      issuer: url,
      authorization_endpoint: `${url}/auth`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/jwks`,
    }
    response.setHeader('Content-Type', 'application/json')
    response.end(JSON.stringify(path.startsWith('/devicecode') ? deviceCode : endpoints))
  })
  await once(server.listen(0, 'localhost'), 'listening')
  const { port } = server.address() as AddressInfo
  const url = `${certificate ? 'https' : 'http'}://localhost:${port}`
  return {
    url,
    open,
    get requests() {
      return requests
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Sends a bomb as fast as the client reads it. */
export async function sendBomb(
  response: ServerResponse,
  status: number,
  { body, encoding, times }: Bomb,
  headers: OutgoingHttpHeaders = {},
): Promise<void> {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    ...(encoding && { 'Content-Encoding': encoding }),
    ...headers,
  })
  // The client may close the connection.
  await pipeline(Readable.from(repeat(body, times)), response).catch(() => {})
}

function* repeat(body: Buffer, times: number): Iterable<Buffer> {
  for (let time = 0; time < times; time++) yield body
}
