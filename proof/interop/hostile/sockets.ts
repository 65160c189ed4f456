import { connect } from 'node:net'
import { badBody, badHeaders, badPath, customerId, goodBody, goodPath, paths } from './nonsense.ts'
import type { Draw } from './random.ts'

/** Data to send over a separate connection in pieces, and how the connection then ends. */
export interface Attack {
  readonly pieces: readonly (string | Uint8Array)[]
  readonly end: 'ended' | 'torn down'
}

const usual = [
  'Host: localhost',
  'Authorization: Bearer token',
  'Content-Type: application/json',
  `MS-RequestId: ${customerId}`,
]

function message(line: string, headers: readonly string[], body: string | Uint8Array = ''): Buffer {
  return Buffer.concat([Buffer.from(`${line}\r\n${headers.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body)])
}

/** Creates bytes that are malicious HTTP, invalid HTTP, or no HTTP at all. */
export function hostileBytes(draw: Draw): Attack {
  const post = `POST ${draw.pick(paths)} HTTP/1.1`
  const body = Buffer.from(draw.oneIn(2) ? badBody(draw) : goodBody)
  const length = `Content-Length: ${body.length}`
  const whole = (): Buffer => {
    const headers = badHeaders(draw).map(([name, value]) => `${name}: ${value}`)
    const path = draw.oneIn(2) ? badPath(draw) : draw.pick(paths)
    return message(`POST ${path} HTTP/1.1`, [...usual, ...headers, length], body)
  }
  const bytes = draw.pick<() => Buffer>([
    whole,
    whole,
    whole,
    () => Buffer.from(draw.bytes(300)),
    () => message(draw.text(60, 0x80), usual),
    () => message(post, [...usual, `Content-Length: ${body.length + 1 + draw.below(1_000)}`], body),
    () =>
      message(post, [...usual, `Content-Length: ${draw.pick(['-1', '1e9', '0x10', '9'.repeat(40), 'a', ''])}`], body),
    () => message(post, [...usual, 'Content-Length: 5', 'Content-Length: 6'], 'hello!'),
    () => message(post, [...usual, length, 'Transfer-Encoding: chunked'], body),
    () =>
      message(post, [...usual, `Transfer-Encoding: ${draw.pick(['chunked', 'gzip, chunked', 'x'])}`], badChunks(draw)),
    () => message(post, [...usual, `X-Long: ${'x'.repeat(draw.below(40_000))}`, length], body),
    () =>
      message(
        post,
        [...usual, ...Array.from({ length: draw.below(3_000) }, (_, index) => `X-${index}: y`), length],
        body,
      ),
    () => message(`POST /${'a'.repeat(draw.below(40_000))} HTTP/1.1`, [...usual, length], body),
    () => message(`${draw.pick(['GET', 'HEAD', 'CONNECT', 'TRACE', 'BREW', ''])} ${badPath(draw)} HTTP/1.1`, usual),
    () => message(`OPTIONS * HTTP/${draw.pick(['1.1', '1.0', '9.9', '', '2'])}`, usual),
    () => message(`POST http://elsewhere.invalid${goodPath} HTTP/1.1`, [...usual, length], body),
    () => message(post, [...usual, 'Connection: Upgrade', 'Upgrade: websocket', length], body),
    () => message(post, [...usual, `X-Bad: ${draw.text(20, 0x100)}`, ' folded: line', length], body),
    () => Buffer.concat(Array.from({ length: draw.below(8) }, whole)),
    () =>
      message(`OPTIONS ${goodPath} HTTP/1.1`, [
        'Host: x',
        'Origin: x',
        `Access-Control-Request-Method: ${'P'.repeat(99)}`,
      ]),
  ])()
  return { pieces: inPieces(bytes, draw), end: draw.oneIn(4) ? 'torn down' : 'ended' }
}

function badChunks(draw: Draw): string {
  return draw.pick<() => string>([
    () => 'zz\r\n',
    () => `${'f'.repeat(draw.below(40))}\r\n{`,
    () => '5\r\nhel',
    () => `1;${'x'.repeat(draw.below(20_000))}\r\n{\r\n0\r\n\r\n`,
    () => '0\r\nX-Trailer: y\r\n\r\n',
    () => '-1\r\n\r\n0\r\n\r\n',
  ])()
}

function inPieces(bytes: Buffer, draw: Draw): readonly Uint8Array[] {
  if (!draw.oneIn(5)) return [bytes]
  const size = 1 + draw.below(40) + (bytes.length >> 3)
  const count = Math.ceil(bytes.length / size)
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size))
}

/** Sends an attack, and resolves to the received text when the connection closes; undefined if the server leaves it open. */
export function attack(port: number, { pieces, end }: Attack): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1').slice(0, 200)
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
    socket.setTimeout(20_000, () => {
      resolve(undefined)
      socket.destroy()
    })
    const send = (index: number): void => {
      const piece = pieces[index]
      if (socket.destroyed) return
      if (piece !== undefined) socket.write(piece, () => setImmediate(() => send(index + 1)))
      else if (end === 'ended') socket.end()
      else socket.destroy()
    }
    socket.on('connect', () => send(0))
  })
}
