import { createServer } from 'node:http'
import { connect } from 'node:net'

/** A proxy that demands a password, and is the only way to a service: whatever it is asked to reach, it leads there. */
export interface LoopbackProxy {
  /** With user and password. */
  readonly url: string
  /** What it was asked to reach, as `host:port`. */
  readonly tunnels: readonly string[]
  close(): void
}

/** Starts a proxy to the service at `target`. */
export async function startLoopbackProxy(target: string): Promise<LoopbackProxy> {
  const { port, hostname } = new URL(target)
  const expected = `Basic ${btoa('user:password')}`
  const tunnels: string[] = []
  const server = createServer((_, response) => response.writeHead(405).end())
  server.on('connect', (request, socket) => {
    if (request.headers['proxy-authorization'] !== expected) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
      return
    }
    tunnels.push(request.url ?? '')
    const service = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      service.pipe(socket)
      socket.pipe(service)
    })
    service.on('error', () => socket.destroy())
    socket.on('error', () => service.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The proxy has no address.')
  return { url: `http://user:password@127.0.0.1:${address.port}`, tunnels, close: () => server.close() }
}
