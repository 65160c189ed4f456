import { createServer, type Socket } from 'node:net'

/** A request as it came over the wire. */
export interface RawRequest {
  readonly path: string
  readonly headers: Headers
  readonly body: string
}

/** Answers one request however it likes, by writing to the socket, or by not doing so. */
export type RawHandler = (request: RawRequest, socket: Socket) => void

export interface RawServer {
  readonly url: string
  readonly requests: readonly RawRequest[]
  close(): Promise<void>
}

/** A server on loopback that does exactly what it is told, down to the bytes. */
export async function startRawServer(handle: RawHandler): Promise<RawServer> {
  const sockets = new Set<Socket>()
  const requests: RawRequest[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    let received = ''
    socket.on('data', (data) => {
      received += data.toString('latin1')
      for (;;) {
        const end = received.indexOf('\r\n\r\n')
        if (end < 0) return
        const [start = '', ...lines] = received.slice(0, end).split('\r\n')
        const headers = new Headers(
          lines.map((line): [string, string] => {
            const colon = line.indexOf(':')
            return [line.slice(0, colon), line.slice(colon + 1).trim()]
          }),
        )
        const length = Number(headers.get('content-length') ?? 0)
        if (received.length < end + 4 + length) return
        const body = received.slice(end + 4, end + 4 + length)
        received = received.slice(end + 4 + length)
        const request = { path: start.split(' ')[1] ?? '', headers, body }
        requests.push(request)
        handle(request, socket)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Writes a whole answer. */
export function answer(status: number, headers: Record<string, string> = {}, body = ''): RawHandler {
  const lines = Object.entries({ 'Content-Length': String(Buffer.byteLength(body)), ...headers })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
  return (_, socket) => socket.write(`HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n${body}`)
}

/** Writes an answer with a JSON body. */
export function answerJson(body: unknown, status = 200, headers: Record<string, string> = {}): RawHandler {
  return answer(status, { 'Content-Type': 'application/json', ...headers }, JSON.stringify(body))
}

/** Ends the connection without a word. */
export const hangUp: RawHandler = (_, socket) => socket.end()

/** Resets the connection. */
export const reset: RawHandler = (_, socket) => socket.resetAndDestroy()

/** Never answers. */
export const stall: RawHandler = () => {}

/** Writes bytes as they are, and then does something else. */
export function write(text: string, then: RawHandler = stall): RawHandler {
  return (request, socket) => socket.write(text, () => then(request, socket))
}
