import type { TokenRequest } from '../../src/index.ts'
import { answer, answerJson, type RawHandler } from '../raw-server.ts'
import type { FaultCase, Stage } from './stage.ts'

const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
const refusal: RawHandler = answer(401, {
  'WWW-Authenticate': `Bearer error="insufficient_claims", claims="${btoa(claims)}"`,
})
const refuse =
  (code: string, status = 401) =>
  () => [answerJson({ code, description: 'No.' }, status, { 'WWW-Authenticate': 'Bearer' })]

/** A credential that returns these tokens in order. */
function tokens(...given: readonly string[]) {
  let count = 0
  return ({ clock }: Stage) => ({
    credential: ({ claims: demanded, forceRefresh }: TokenRequest) => {
      const token = given[count++] ?? 'none-left'
      if (count > 1 && !(forceRefresh && demanded === claims)) throw new Error(`claims ${demanded}`)
      return { token, expiresOnTimestamp: clock.now() + 3_600_000 }
    },
  })
}

/** Tokens that are refused, and credentials that fail. */
export const credentials: readonly FaultCase[] = [
  {
    name: '401, then a good token with the claims',
    steps: () => [refusal],
    options: tokens('old', 'new'),
    attempts: 2,
    outcome: 'success',
    also: ({ requests }) => {
      const sent = requests.map(({ headers }) => headers.get('Authorization')).join()
      if (sent !== 'Bearer old,Bearer new') throw new Error(sent)
    },
  },
  {
    name: '401, then the same token',
    steps: () => [refusal],
    options: tokens('old', 'old'),
    attempts: 1,
    outcome: 'AuthenticationError rejected',
  },
  {
    name: '401 for a fixed token',
    steps: () => [refusal],
    attempts: 1,
    outcome: 'AuthenticationError rejected',
  },
  {
    name: '401 twice',
    steps: () => [refusal, refusal],
    options: tokens('old', 'new'),
    attempts: 2,
    outcome: 'AuthenticationError rejected',
  },
  {
    name: 'wrong audience (900420)',
    steps: refuse('900420'),
    options: tokens('old', 'new'),
    attempts: 1,
    outcome: 'AuthenticationError audience',
  },
  {
    name: 'no MFA (900421)',
    steps: refuse('900421'),
    options: tokens('old', 'new'),
    attempts: 1,
    outcome: 'AuthenticationError mfa',
  },
  {
    name: 'no MFA (10001)',
    steps: refuse('10001'),
    options: tokens('old', 'new'),
    attempts: 1,
    outcome: 'AuthenticationError mfa',
  },
  {
    name: 'app-only token (900329)',
    steps: refuse('900329', 403),
    options: tokens('old', 'new'),
    attempts: 1,
    outcome: 'AuthenticationError appOnly',
  },
  {
    name: 'the credential throws',
    options: () => ({
      credential: () => {
        throw new Error('no network')
      },
    }),
    attempts: 0,
    outcome: 'AuthenticationError credential',
  },
  {
    name: 'the credential hangs',
    options: () => ({ credential: () => new Promise(() => {}), timeout: 50 }),
    attempts: 0,
    outcome: 'RequestTimeoutError',
  },
  {
    name: 'the credential returns an expired token',
    options: ({ clock }) => ({ credential: () => ({ token: 'old', expiresOnTimestamp: clock.now() - 1 }) }),
    attempts: 0,
    outcome: 'AuthenticationError credential',
  },
  {
    name: 'the credential returns an empty token',
    options: () => ({ credential: () => ({ token: '', expiresOnTimestamp: Number.POSITIVE_INFINITY }) }),
    attempts: 0,
    outcome: 'AuthenticationError credential',
  },
  {
    name: 'the credential returns a token with a line break',
    options: () => ({ credential: () => ({ token: 'secret\r\nX: y', expiresOnTimestamp: Number.POSITIVE_INFINITY }) }),
    attempts: 0,
    outcome: 'AuthenticationError credential',
  },
  {
    name: 'a TokenCredential returns null',
    options: () => ({ credential: { getToken: async () => null } }),
    attempts: 0,
    outcome: 'AuthenticationError credential',
  },
]
