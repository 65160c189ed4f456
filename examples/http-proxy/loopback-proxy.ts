import { createServer, request } from 'node:http'
import { connect } from 'node:net'

/** A proxy that requires a password and forwards every request to the same service, whatever its address. */
export interface LoopbackProxy {
  /** The address of the proxy, with user and password. */
  readonly url: string
  /** The requested targets, as `host:port`. */
  readonly reached: readonly string[]
  close(): void
}

/** Starts a proxy to the service at `target`. */
export async function startLoopbackProxy(target: string): Promise<LoopbackProxy> {
  const { port, hostname } = new URL(target)
  const reached: string[] = []
  const server = createServer()
  const mayPass = (authorization: string | undefined) => authorization === `Basic ${btoa('user:password')}`

  // Plain HTTP requests are forwarded unchanged.
  server.on('request', (incoming, answer) => {
    const { url = '', method, headers } = incoming
    if (!mayPass(headers['proxy-authorization'])) return answer.writeHead(407).end()
    const { host, pathname } = new URL(url)
    reached.push(host)
    const passedOn = request({ hostname, port, path: pathname, method, headers }, (served) => {
      served.pipe(answer.writeHead(served.statusCode ?? 502, served.headers))
    })
    passedOn.on('error', () => answer.destroy())
    incoming.pipe(passedOn)
  })

  // For HTTPS, and for HTTP by some clients, a tunnel is requested.
  server.on('connect', ({ url = '', headers }, socket) => {
    if (!mayPass(headers['proxy-authorization']))
      return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    reached.push(url)
    const service = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      service.pipe(socket).pipe(service)
    })
    service.on('error', () => socket.destroy())
    socket.on('error', () => service.destroy())
  })

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The proxy has no address.')
  return { url: `http://user:password@127.0.0.1:${address.port}`, reached, close: () => server.close() }
}
