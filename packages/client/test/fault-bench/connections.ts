import { answer, answerJson, hangUp, type RawHandler, reset, write } from '../raw-server.ts'
import { completed, request } from '../service.ts'
import type { FaultCase } from './stage.ts'

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'
const part = JSON.stringify(completed).slice(0, 40)
const stalled = `${head}Content-Length: 900\r\n\r\n${part}`
const times = (count: number, handler: RawHandler) => (): readonly RawHandler[] => Array(count).fill(handler)

/** Ends the timeout of each of the first `count` responses as soon as its body has started. */
const stallBodies =
  (count: number): NonNullable<FaultCase['options']> =>
  ({ server, timeIsUp }) => ({
    async fetch(url, init) {
      const response = await fetch(url, init)
      if (server.requests.length <= count) setImmediate(timeIsUp)
      return response
    },
  })

/** Connections that are refused, break or stall. */
export const connections: readonly FaultCase[] = [
  {
    name: 'refused, always',
    options: ({ nobody }) => ({ baseUrl: nobody }),
    attempts: 0,
    outcome: 'ConnectionError',
  },
  {
    name: 'create refused: certainly no effect',
    options: ({ nobody }) => ({ baseUrl: nobody }),
    run: (upgrades) => upgrades.create(request),
    attempts: 0,
    outcome: 'ConnectionError',
  },
  { name: 'closed without a response, once', steps: () => [hangUp], attempts: 2, outcome: 'success' },
  { name: 'reset before the headers, once', steps: () => [reset], attempts: 2, outcome: 'success' },
  { name: 'reset before the headers, always', steps: times(9, reset), attempts: 4, outcome: 'ConnectionError' },
  { name: 'reset in the headers', steps: () => [write(head, reset)], attempts: 2, outcome: 'success' },
  {
    name: 'reset in the body',
    steps: () => [write(stalled, reset)],
    attempts: 2,
    outcome: 'success',
  },
  {
    name: 'body shorter than announced',
    steps: () => [write(stalled, hangUp)],
    attempts: 2,
    outcome: 'success',
  },
  {
    name: 'chunked body cut',
    steps: () => [write(`${head}Transfer-Encoding: chunked\r\n\r\n28\r\n${part}\r\n`, hangUp)],
    attempts: 2,
    outcome: 'success',
  },
  {
    name: 'not HTTP at all',
    steps: times(9, write('SSH-2.0-OpenSSH\r\n', hangUp)),
    attempts: 4,
    outcome: 'ConnectionError',
  },
  { name: 'headers stall, once', steps: ({ timeIsUp }) => [timeIsUp], attempts: 2, outcome: 'success' },
  {
    name: 'headers stall, always',
    steps: ({ timeIsUp }) => times(9, timeIsUp)(),
    attempts: 4,
    outcome: 'RequestTimeoutError',
  },
  {
    name: 'body stalls, once',
    steps: () => [write(stalled)],
    options: stallBodies(1),
    attempts: 2,
    outcome: 'success',
  },
  {
    name: 'body stalls, always',
    steps: times(9, write(stalled)),
    options: stallBodies(9),
    attempts: 4,
    outcome: 'RequestTimeoutError',
  },
  { name: 'truncated JSON', steps: () => [answer(200, {}, part)], attempts: 1, outcome: 'ContractViolationError' },
  { name: '408', steps: () => [answer(408)], attempts: 2, outcome: 'success' },
  {
    name: 'HTML 502, once',
    steps: () => [answer(502, { 'Content-Type': 'text/html' }, '<h1>Bad Gateway</h1>')],
    attempts: 2,
    outcome: 'success',
  },
  {
    name: 'HTML 502, always',
    steps: times(9, answer(502, { 'Content-Type': 'text/html' }, '<h1>secret page</h1>')),
    attempts: 4,
    outcome: 'FaultError 502 unknown',
  },
  { name: 'empty 500, once', steps: () => [answer(500)], attempts: 2, outcome: 'success' },
  {
    name: 'empty 500 without a length',
    steps: times(9, (_, socket) => socket.end('HTTP/1.1 500 Oops\r\n\r\n')),
    attempts: 4,
    outcome: 'FaultError 500 unknown',
  },
  {
    name: '503 with Retry-After',
    steps: () => [answer(503, { 'Retry-After': '7' })],
    attempts: 2,
    outcome: 'success',
    waits: [7_000],
  },
  { name: 'empty 504', steps: () => [answer(504)], attempts: 2, outcome: 'success' },
  {
    name: '501 is final',
    steps: times(9, answerJson({ code: 501, description: 'No.' }, 501)),
    attempts: 1,
    outcome: 'FaultError 501 unknown',
  },
]
