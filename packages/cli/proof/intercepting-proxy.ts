import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** A proxy that intercepts TLS with its own certificates, as corporate proxies do. */
export interface InterceptingProxy {
  readonly url: string
  /** The PEM file with the certificate of its authority. */
  readonly authority: string
  /** The requests it received: `CONNECT host:port`, and `POST https://host/path` inside the tunnel. */
  readonly seen: readonly string[]
}

/** Options of an intercepting proxy. */
export interface ProxyOptions {
  /** Responds in place of the hosts behind the proxy. */
  readonly answer: (url: URL, request: IncomingMessage, body: string) => Promise<Response>
  /** The credentials that it requires, as `user:password`. @default none */
  readonly user?: string
  /** The status with which it refuses every connection. @default none */
  readonly refuses?: number
}

/** Starts a proxy for one test, in front of these hosts. */
export async function startInterceptingProxy(
  hosts: readonly string[],
  { answer, user, refuses }: ProxyOptions,
): Promise<InterceptingProxy> {
  const { authority, ...certificate } = certify(hosts)
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const inside = createSecureServer(certificate, async (request, response) => {
    const url = new URL(request.url ?? '', `https://${request.headers.host}`)
    seen.push(`${request.method} ${url.origin}${url.pathname}`)
    const { status, headers, body } = await answer(url, request, await text(request))
    response.writeHead(status, Object.fromEntries(headers)).end(body ? await new Response(body).text() : '')
  })
  const proxy = createServer((_, response) => void response.writeHead(400).end())
  proxy.on('connect', ({ url = '', headers }, socket: Socket) => {
    seen.push(`CONNECT ${url}`)
    socket.on('error', () => {})
    const expected = user && `Basic ${Buffer.from(user).toString('base64')}`
    if (refuses) return socket.end(`HTTP/1.1 ${refuses} Refused\r\n\r\n`)
    if (expected && headers['proxy-authorization'] !== expected)
      return socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\n\r\n',
      )
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    inside.emit('connection', socket)
  })
  proxy.on('connection', (socket: Socket) => void sockets.add(socket))
  await once(proxy.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    proxy.close()
    for (const socket of sockets) socket.destroy()
  })
  const { port } = Object(proxy.address())
  return { url: `http://127.0.0.1:${port}`, authority, seen }
}

/** Creates a certificate authority, and a certificate that it issues for the given hosts. */
function certify(hosts: readonly string[]): { authority: string; cert: string; key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'authority-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = (name: string): string => join(folder, name)
  const openssl = (...words: readonly string[]): void =>
    void execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })
  const key = ['-newkey', 'rsa:2048', '-nodes']
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Office')
  openssl('req', ...key, '-keyout', 'host.key', '-out', 'host.csr', '-subj', '/CN=host')
  writeFileSync(file('names'), `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}\n`)
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names']
  openssl('x509', '-req', '-in', 'host.csr', '-out', 'host.pem', ...signed)
  const read = (name: string): string => readFileSync(file(name), 'utf8')
  // Like real proxies, this one sends the certificate of its authority along.
  return { authority: file('ca.pem'), cert: read('host.pem') + read('ca.pem'), key: read('host.key') }
}
