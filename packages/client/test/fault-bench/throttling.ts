import { answerJson, type RawHandler } from '../raw-server.ts'
import { request, requestId } from '../service.ts'
import type { FaultCase } from './stage.ts'

const body = { statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' }

/** The documented throttling response, with a different `Retry-After`. */
function throttle(retryAfter?: string): RawHandler {
  return answerJson(body, 429, retryAfter === undefined ? {} : { 'Retry-After': retryAfter })
}

const once = (retryAfter?: string) => () => [throttle(retryAfter)]
// The clock of the cases starts at the beginning of 2026.
const inHalfAMinute = 'Thu, 01 Jan 2026 00:00:30 GMT'

/** Throttled requests. */
export const throttling: readonly FaultCase[] = [
  { name: '429 with seconds', steps: once('57'), attempts: 2, outcome: 'success', waits: [57_000] },
  { name: '429 with a date', steps: once(inHalfAMinute), attempts: 2, outcome: 'success', waits: [30_000] },
  {
    name: '429 with a date in the past',
    steps: once('Thu, 01 Jan 2015 00:00:00 GMT'),
    attempts: 2,
    outcome: 'success',
    waits: [0],
  },
  { name: '429 without Retry-After', steps: once(), attempts: 2, outcome: 'success', waits: [500] },
  { name: '429 with a garbage Retry-After', steps: once('soon'), attempts: 2, outcome: 'success', waits: [500] },
  { name: '429 with a negative Retry-After', steps: once('-57'), attempts: 2, outcome: 'success', waits: [500] },
  {
    name: '429 with an enormous Retry-After',
    steps: once('86400000'),
    attempts: 1,
    outcome: 'FaultError 429 unknown',
    waits: [],
  },
  {
    name: "429 beyond the caller's limit",
    steps: once('57'),
    options: () => ({ maxRetryAfter: 30_000 }),
    attempts: 1,
    outcome: 'FaultError 429 unknown',
  },
  {
    name: '429 twice: exponential backoff on top',
    steps: () => [throttle('57'), throttle('57')],
    attempts: 3,
    outcome: 'success',
    waits: [57_000, 58_000],
  },
  {
    name: '429 beyond the time limit of the call',
    steps: once('57'),
    options: () => ({ totalTimeout: 30_000 }),
    attempts: 1,
    outcome: 'FaultError 429 unknown',
    waits: [],
  },
  {
    name: '429, always',
    steps: () => Array(9).fill(throttle('1')),
    attempts: 4,
    outcome: 'FaultError 429 unknown',
  },
  {
    name: 'create throttled: same request ID again',
    steps: once('57'),
    run: (upgrades) => upgrades.create(request, { requestId }),
    attempts: 2,
    outcome: 'success',
    upgrades: 1,
    also: ({ requests }) => {
      const ids = requests.map(({ headers }) => headers.get('MS-RequestId'))
      if (ids.join() !== [requestId, requestId].join()) throw new Error(`request IDs ${ids}`)
    },
  },
]
