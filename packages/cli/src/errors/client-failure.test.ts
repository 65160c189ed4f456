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
  UpgradeFailedError,
  WaitDeadlineError,
} from '@partner-upgrades/client'
import { CredentialError } from '@partner-upgrades/credentials'
import { expect, test } from 'vitest'
import { CliError } from './cli-error.ts'
import { toClientFailure } from './client-failure.ts'

const network = ['Check the network, its proxy and PARTNER_CENTER_BASE_URL.']
const credential = new AuthenticationError('no token', {
  reason: 'credential',
  cause: new CredentialError('consent', 'sign in'),
})

// The exit codes of the README.
test.for<[what: string, error: PartnerCenterError, code: number, message: string, advice: readonly unknown[]]>([
  ['no response in time', new RequestTimeoutError('late'), 5, 'late', network],
  ['no connection', new ConnectionError('cut'), 5, 'cut', network],
  [
    'an unknown host',
    new ConnectionError('cut', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }),
    5,
    'cut',
    [expect.stringMatching(/^The host name is unknown here/)],
  ],
  [
    'the response of a web filter',
    new ConnectionError('foreign', { status: 403 }),
    5,
    'foreign',
    [expect.stringContaining('web filter'), expect.stringContaining('PARTNER_CENTER_BASE_URL')],
  ],
  ['a response that violates the contract', new ContractViolationError('odd'), 5, 'odd', []],
  ['a create that was not sent', new NotSentError('unsent', { cause: new Error('disk') }), 2, 'unsent', []],
  ['a failed upgrade', new UpgradeFailedError('failed'), 1, 'failed', []],
  ['an upgrade that takes too long', new WaitDeadlineError('running'), 1, 'running', []],
  ['an aborted request', new RequestAbortedError('aborted'), 130, 'aborted', [expect.stringContaining('continues')]],
  [
    'a token without MFA',
    new AuthenticationError('mfa', { reason: 'mfa' }),
    3,
    'mfa',
    [expect.stringContaining('check')],
  ],
  ['credentials that give no token', credential, 3, 'sign in', ['Sign in again: partner-upgrades login']],
  [
    'an unknown outcome, whatever the cause',
    new OutcomeUnknownError('open', { cause: credential }),
    6,
    'It is not known whether the upgrade was created.',
    [expect.stringMatching(/^Rerun the same command: it looks/)],
  ],
  [
    'an unknown outcome of an accepted create',
    new OutcomeUnknownError('open', { accepted: true }),
    6,
    'It is not known whether the upgrade was created.',
    [expect.stringContaining('it is never sent again')],
  ],
  ['throttling', new FaultError('429', { status: 429 }), 4, '429', ['Rerun the command in 1 min 0 s.']],
  ['a service that is down', new FaultError('503', { status: 503 }), 5, '503', ['Try again later.']],
  ['an unknown fault', new FaultError('400', { status: 400, code: 'unknown' }), 1, '400', []],
])('%s has its exit code and advice', async ([, error, exitCode, message, advice]) => {
  expect(await toClientFailure(error, false)).toMatchObject({ exitCode, message, advice })
})

test('the last attempt is named for support', async () => {
  const attempts = [
    { requestId: 'a', correlationId: 'b' },
    { requestId: 'c', correlationId: 'd' },
  ]
  const { advice, details } = await toClientFailure(new ContractViolationError('odd', { attempts }), false)
  expect(advice).toEqual(['For support: MS-RequestId c,', 'MS-CorrelationId d'])
  expect(details).toEqual({ error: expect.objectContaining({ name: 'ContractViolationError', attempts }) })
})

test('the CliError that kept a create from being recorded is the failure', async () => {
  const cause = new CliError(2, 'no space', ['delete something'])
  expect(await toClientFailure(new NotSentError('unsent', { cause }), false)).toBe(cause)
})

test('an error after Ctrl-C is an interruption, not a defect', async () => {
  const interrupted = { exitCode: 130, message: 'Interrupted.' }
  expect(await toClientFailure(new DOMException('aborted', 'AbortError'), true)).toEqual({ ...interrupted, advice: [] })
  const aborted = await toClientFailure(new RequestAbortedError('aborted'), true)
  expect(aborted).toMatchObject({ ...interrupted, advice: [expect.stringContaining('Rerun the same command')] })
  const fault = await toClientFailure(new FaultError('503', { status: 503 }), true)
  expect(fault).toMatchObject({ exitCode: 130, message: '503' })
})

test('any other error is a defect, reported with its stack trace', async () => {
  const failure = { exitCode: 70, message: 'Internal error. Please report it with this stack trace.' }
  const error = new RangeError('one\ntwo')
  const [first, second, ...frames] = (await toClientFailure(error, false)).advice
  expect([first, second]).toEqual(['RangeError: one', 'two'])
  expect(frames[0]).toMatch(/^ {4}at /)
  delete error.stack
  expect(await toClientFailure(error, false)).toEqual({ ...failure, advice: ['one', 'two'] })
  expect(await toClientFailure('text', false)).toEqual({ ...failure, advice: ['text'] })
})

test('a CliError is the failure, as it may be the cause of an outage or a stop', async () => {
  const error = new CliError(2, 'The file is damaged.', ['Remove it.'])
  expect(await toClientFailure(error, false)).toBe(error)
})
