import { createServer, request } from 'node:http'
import { connect } from 'node:net'

/** A proxy that demands a password, and is the only way to a service: whatever it is asked to reach, it leads there. */
export interface LoopbackProxy {
  /** With user and password. */
  readonly url: string
  /** What it was asked to reach, as `host:port`. */
  readonly reached: readonly string[]
  close(): void
}

/** Starts a proxy to the service at `target`. */
export async function startLoopbackProxy(target: string): Promise<LoopbackProxy> {
  const { port, hostname } = new URL(target)
  const reached: string[] = []
  const server = createServer()
  const mayPass = (authorization: string | undefined) => authorization === `Basic ${btoa('user:password')}`

  // Plain http is passed on as it comes.
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

  // For https, and by some clients for http, a tunnel is asked for.
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
