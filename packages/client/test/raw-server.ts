import { createServer, type Socket } from 'node:net'

/** A request as it was received. */
export interface RawRequest {
  readonly path: string
  readonly headers: Headers
  readonly body: string
}

/** Handles one request, by writing anything to the socket, or nothing. */
export type RawHandler = (request: RawRequest, socket: Socket) => void

export interface RawServer {
  readonly url: string
  readonly requests: readonly RawRequest[]
  close(): Promise<void>
}

/** Starts a server on loopback whose handler controls every byte of the response. */
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

/** Writes a complete response. */
export function answer(status: number, headers: Record<string, string> = {}, body = ''): RawHandler {
  const lines = Object.entries({ 'Content-Length': String(Buffer.byteLength(body)), ...headers })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
  return (_, socket) => socket.write(`HTTP/1.1 ${status} Status\r\n${lines.join('')}\r\n${body}`)
}

/** Writes a response with a JSON body. */
export function answerJson(body: unknown, status = 200, headers: Record<string, string> = {}): RawHandler {
  return answer(status, { 'Content-Type': 'application/json', ...headers }, JSON.stringify(body))
}

/** Ends the connection without a response. */
export const hangUp: RawHandler = (_, socket) => socket.end()

/** Resets the connection. */
export const reset: RawHandler = (_, socket) => socket.resetAndDestroy()

/** Never responds. */
export const stall: RawHandler = () => {}

/** Writes raw text, and then calls another handler. */
export function write(text: string, then: RawHandler = stall): RawHandler {
  return (request, socket) => socket.write(text, () => then(request, socket))
}
