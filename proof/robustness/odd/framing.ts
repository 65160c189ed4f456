import { statusOf } from '../service/answers.ts'
import type { OddAnswer } from './odd-answer.ts'

const all = ['eligibility', 'create', 'status'] as const

const sound = JSON.stringify({
  ...statusOf('4c721420-72ad-4708-a0a7-371a2f7b0969', 'Completed'),
  isEligible: true,
})

/** Raw responses; \n in the head stands for CRLF. */
const wires: Readonly<Record<string, string>> = {
  'no HTTP at all': 'SSH-2.0-OpenSSH_9.9\n',
  'HTTP/0.9': sound,
  'HTTP/1.0 without a length': `HTTP/1.0 200 OK\nContent-Type: application/json\n\n${sound}`,
  'HTTP/3.7': `HTTP/3.7 200 OK\nContent-Length: ${sound.length}\n\n${sound}`,
  'a status line of letters': `HTTP/1.1 abc OK\nContent-Length: ${sound.length}\n\n${sound}`,
  'a status line without a reason': `HTTP/1.1 200\nContent-Length: ${sound.length}\n\n${sound}`,
  'a length too long': `HTTP/1.1 200 OK\nContent-Length: ${sound.length + 50}\n\n${sound}`,
  'a length too short': `HTTP/1.1 200 OK\nContent-Length: 10\n\n${sound}`,
  'a negative length': `HTTP/1.1 200 OK\nContent-Length: -1\n\n${sound}`,
  'two lengths': `HTTP/1.1 200 OK\nContent-Length: 10\nContent-Length: ${sound.length}\n\n${sound}`,
  'a length of garbage': `HTTP/1.1 200 OK\nContent-Length: many\n\n${sound}`,
  'length and chunks': `HTTP/1.1 200 OK\nContent-Length: 5\nTransfer-Encoding: chunked\n\n2\n{}\n0\n\n`,
  'chunks without an end': `HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n2\n{}\n`,
  'a chunk size of garbage': 'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\n{}\n0\n\n',
  'chunks with extensions and trailers':
    'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\nTrailer: X-Late\n\n2;a="b"\n{}\n0\nX-Late: 1\n\n',
  'a header without a colon': `HTTP/1.1 200 OK\nnonsense\nContent-Length: ${sound.length}\n\n${sound}`,
  'a header that is folded': `HTTP/1.1 200 OK\nX-A: b\n c\nContent-Length: ${sound.length}\n\n${sound}`,
  'a header of 64 kilobytes': `HTTP/1.1 200 OK\nX-A: ${'a'.repeat(65_536)}\nContent-Length: 2\n\n{}`,
  'a header with a NUL': 'HTTP/1.1 200 OK\nX-A: a\0b\nContent-Length: 2\n\n{}',
  'a header that is no ASCII': 'HTTP/1.1 200 OK\nMS-CV: gr\u00fc\u00df\nContent-Length: 2\n\n{}',
  'early hints first': `HTTP/1.1 103 Early Hints\nLink: </x>\n\nHTTP/1.1 200 OK\nContent-Length: ${sound.length}\n\n${sound}`,
  '500 times "continue"': `${'HTTP/1.1 100 Continue\n\n'.repeat(500)}HTTP/1.1 200 OK\nContent-Length: 2\n\n{}`,
  'another protocol': 'HTTP/1.1 101 Switching Protocols\nUpgrade: websocket\nConnection: Upgrade\n\n',
  'two answers at once': 'HTTP/1.1 200 OK\nContent-Length: 2\n\n{}HTTP/1.1 500 No\nContent-Length: 0\n\n',
  'headers, and then the end': 'HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 99\n\n',
}

/** Responses that violate HTTP. */
export const oddFraming: readonly OddAnswer[] = Object.entries(wires).map(([name, wire]) => {
  const [head = '', ...body] = wire.split('\n\n')
  const bytes = Buffer.from([head.replaceAll('\n', '\r\n'), ...body].join('\r\n\r\n'), 'latin1')
  return { name, operations: all, answer: () => ({ bytes }) }
})
