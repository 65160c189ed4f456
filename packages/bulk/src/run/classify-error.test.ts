import {
  AuthenticationError,
  ConnectionError,
  ContractViolationError,
  FaultError,
  NotSentError,
  OutcomeUnknownError,
  type PartnerCenterError,
  RequestAbortedError,
  RequestTimeoutError,
} from '@partner-upgrades/client'
import { expect, test } from 'vitest'
import { attemptOf } from '../../test/results.ts'
import { classifyError, type ErrorKind, isCredentialLost, isServiceWide, isTokenRefused } from './classify-error.ts'
import { CreateHeldError } from './create-gate.ts'
import { CustomerBusyError } from './row-idempotency.ts'

const busy = new CustomerBusyError({
  process: { host: 'here', pid: 1, startedAt: 0 },
  purpose: 'a list',
  id: '',
  since: '',
})
const connection = new ConnectionError('cut')
const aborted = new RequestAbortedError('aborted')
const fault = (status: number): FaultError => new FaultError('fault', { status })
const credential = (reason?: string): AuthenticationError =>
  new AuthenticationError('no token', { reason: 'credential', cause: Object.assign(new Error('why'), { reason }) })
const attempts = (more: object) => ({ attempts: [attemptOf(1, { status: 503 }), attemptOf(2, more)] })

const kinds: readonly (readonly [string, PartnerCenterError, ErrorKind, answered: boolean])[] = [
  ['another process that holds the customer', busy, 'busy', false],
  ['a create that may not start now', new CreateHeldError('held', { unsent: true }), 'held', false],
  ['a create that could not be recorded', new NotSentError('not recorded', { unsent: true }), 'retryable', false],
  ['an abort', aborted, 'aborted', false],
  [
    'a create whose abort leaves the outcome open',
    new OutcomeUnknownError('open', { cause: aborted }),
    'aborted',
    false,
  ],
  ['an open outcome', new OutcomeUnknownError('open'), 'doubtful', false],
  [
    'an open outcome after a lost connection',
    new OutcomeUnknownError('open', { cause: connection }),
    'doubtful',
    false,
  ],
  [
    'an open outcome after a response of the service',
    new OutcomeUnknownError('open', attempts({ status: 202 })),
    'doubtful',
    true,
  ],
  [
    'an open outcome after a gateway’s page',
    new OutcomeUnknownError('open', attempts({ status: 404, foreign: true })),
    'doubtful',
    false,
  ],
  [
    'an open outcome after an error of a gateway',
    new OutcomeUnknownError('open', attempts({ status: 504 })),
    'doubtful',
    false,
  ],
  [
    'an open outcome after a broken response',
    new OutcomeUnknownError('open', attempts({ status: 200, error: 'x' })),
    'doubtful',
    false,
  ],
  ['an open outcome without a response', new OutcomeUnknownError('open', attempts({})), 'doubtful', false],
  ['a lost connection', connection, 'retryable', false],
  ['a time-out', new RequestTimeoutError('late'), 'retryable', false],
  ['a missing token', credential(), 'retryable', false],
  ['an invalid response', new ContractViolationError('odd'), 'retryable', true],
  [
    'an invalid response of the service',
    new ContractViolationError('odd', attempts({ status: 200 })),
    'retryable',
    true,
  ],
  [
    'an invalid response of something else',
    new ContractViolationError('odd', attempts({ status: 200, foreign: true })),
    'retryable',
    false,
  ],
  ['throttling', fault(429), 'throttled', true],
  ['a failure of the service', fault(500), 'retryable', false],
  ['an unavailable service', fault(503), 'retryable', false],
  ['a rejection', fault(400), 'refused', true],
  ['an unknown customer', fault(404), 'refused', true],
]

test.for(kinds)('%s', ([, error, kind, answered]) => {
  expect(classifyError(error)).toMatchObject({ kind, answered, error })
})

test('what is not an error of the client is thrown on', () => {
  const stranger = new RangeError('Invalid time value')
  expect(() => classifyError(stranger)).toThrow(stranger)
})

test('a fault says how long to wait, and which upgrade exists', () => {
  expect(classifyError(new FaultError('fault', { status: 409, retryAfter: 0, upgradeId: 'x' }))).toMatchObject({
    retryAfter: 0,
    upgradeId: 'x',
  })
  for (const name of ['retryAfter', 'upgradeId']) expect(classifyError(fault(409))).not.toHaveProperty(name)
})

test.for([
  [
    'the service’s text and code',
    new FaultError('m', { status: 400, serviceCode: '900105', description: 'd' }),
    { text: 'd', code: '900105', error: 'FaultError' },
  ],
  ['the message if the service gave no text', fault(400), { text: 'fault', error: 'FaultError' }],
  [
    'those of a refused token',
    new AuthenticationError('m', { description: 'd', serviceCode: 's' }),
    { text: 'd', code: 's', error: 'AuthenticationError' },
  ],
  [
    'the message of any other error',
    new ConnectionError('m', { description: 'd', serviceCode: 's' }),
    { text: 'm', error: 'ConnectionError' },
  ],
  [
    'the cause of an open outcome',
    new OutcomeUnknownError('open', { cause: fault(400) }),
    { text: 'fault', error: 'OutcomeUnknownError' },
  ],
  [
    'an open outcome without a cause',
    new OutcomeUnknownError('open', { cause: new Error('why') }),
    { text: 'open', error: 'OutcomeUnknownError' },
  ],
] as const)('the reason is %s', ([, error, reason]) => {
  expect(classifyError(error).reason).toStrictEqual(reason)
})

test.for([
  ['a missing token', credential(), true],
  ['a lost connection', connection, true],
  ['an open outcome after a lost connection', new OutcomeUnknownError('open', { cause: connection }), true],
  ['an open outcome after a fault', new OutcomeUnknownError('open', { cause: fault(500) }), false],
  [
    'an open outcome after something else',
    new OutcomeUnknownError('open', { cause: Object.assign(new Error(), { name: 'ConnectionError' }) }),
    false,
  ],
  ['a fault', fault(500), false],
] as const)('%s may affect every row: %s', ([, error, expected]) => {
  expect(isServiceWide(classifyError(error).error)).toBe(expected)
})

test.for([
  [credential('consent'), true, true],
  [credential('client'), true, true],
  [credential('options'), true, true],
  [credential('busy'), true, false],
  [credential(), true, false],
  [new AuthenticationError('no cause'), true, false],
  [credential('connection'), false, false],
  [credential('service'), false, false],
  [new ConnectionError('cut', { cause: { reason: 'consent' } }), false, false],
] as const)('of %o, the token was refused: %s, and the credential is lost: %s', ([error, refused, lost]) => {
  expect([isTokenRefused(error), isCredentialLost(error)]).toEqual([refused, lost])
})
