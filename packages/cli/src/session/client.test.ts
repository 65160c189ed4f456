import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { Report, Reporter } from '../terminal/report.ts'
import { openClient, readClientOptions, toUsageError } from './client.ts'

/** Sets up a session with a token, and records what is reported. */
function setSession(env: Readonly<Record<string, string>> = {}) {
  const told: (string | Report['json'])[] = []
  const reporter: Reporter = {
    report: ({ json }) => void told.push(json),
    note: (texts) => void told.push(...texts),
    progress: (text) => void told.push(text),
    clearProgress: () => {},
  }
  const stream = new PassThrough()
  const { signal } = new AbortController()
  const host = { stdin: stream, stdout: stream, stderr: stream, signal, interrupt: () => {} }
  return { told, session: { reporter, host: { ...host, env: { PARTNER_CENTER_TOKEN: 'a-token', ...env } } } }
}

test('the client gets the settings of the environment and the options of the command', async () => {
  const { session } = setSession({ PARTNER_CENTER_BASE_URL: 'http://127.0.0.1:4010', PARTNER_CENTER_CLOUD: 'usGov' })
  const clock = { now: () => 17, sleep: async () => {} }
  const idempotency = { open: () => expect.unreachable() }
  const given = { interval: 1, timeout: 2, settleFor: 3, idempotency }
  expect(await readClientOptions({ ...session, host: { ...session.host, clock } }, given)).toMatchObject({
    baseUrl: 'http://127.0.0.1:4010',
    cloud: 'usGov',
    credential: 'a-token',
    application: 'partner-upgrades',
    clock,
    minPollDelay: 1,
    maxPollDelay: 1,
    timeout: 2,
    settleFor: 3,
    idempotency,
  })
})

test('unset options are left to the client, except for the cloud of tokens from a store', async () => {
  const hooks = ['onRequest', 'onRetry', 'onSettle']
  const options = await readClientOptions(setSession().session)
  expect(Object.keys(options).sort()).toEqual(['application', 'credential', ...hooks])
  const ids = { PARTNER_CENTER_TENANT_ID: crypto.randomUUID(), PARTNER_CENTER_CLIENT_ID: crypto.randomUUID() }
  const { session } = setSession({ ...ids, PARTNER_CENTER_TOKEN: '' })
  expect(await readClientOptions(session)).toMatchObject({ cloud: 'global', credential: expect.any(Function) })
})

test('the progress line shows the purpose of a request, and the reason for a wait', async () => {
  const { session, told } = setSession()
  const { onRequest, onRetry, onSettle } = await readClientOptions(session)
  const event = { requestId: 'a', customerId: 'b' }
  for (const operation of [
    'checkProductUpgradeEligibility',
    'createProductUpgrade',
    'getProductUpgradeStatus',
    'listCustomers',
  ] as const) {
    // @ts-expect-error nothing else of a request is used
    onRequest?.({ ...event, operation })
  }
  // @ts-expect-error nor of a retry
  onRetry?.({ ...event, status: 503, delay: 60_000 })
  // @ts-expect-error nor of a retry
  onRetry?.({ ...event, delay: 2_000 })
  for (const waited of [0, 1]) onSettle?.({ ...event, waited, settleFor: 120_000, delay: 5_000 })
  expect(told).toEqual([
    'Checking eligibility',
    'Creating the upgrade',
    'Following the upgrade',
    'Status 503: retry in 1 min 0 s',
    'No response: retry in 2 s',
    { event: 'settling', requestId: 'a', settleFor: 120_000 },
    'Looking for the upgrade again in 5 s',
    'Looking for the upgrade again in 5 s',
  ])
})

test('an invalid client option is named by its variable, with an example', async () => {
  const { session } = setSession({ PARTNER_CENTER_BASE_URL: 'nowhere' })
  await expect(openClient(session)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/^PARTNER_CENTER_BASE_URL must be https/),
    advice: ['For a mock on this machine: PARTNER_CENTER_BASE_URL=http://127.0.0.1:4010'],
  })
  const other = new RangeError('baseUrl')
  expect(toUsageError(other)).toBe(other)
})

test.for<[what: string, token: string, sound: boolean]>([
  // https://www.rfc-editor.org/rfc/rfc6750#section-2.1
  ['every character of b64token', 'aZ09-._~+/==', true],
  ['padding within', 'a=b', false],
  ['padding alone', '==', false],
  ['the scheme before it', 'Bearer a', false],
  ['a line break', 'a\n', false],
])('a token with %s is accepted: %s', async ([, token, sound]) => {
  const reading = readClientOptions(setSession({ PARTNER_CENTER_TOKEN: token }).session)
  if (sound) expect(await reading).toMatchObject({ credential: token })
  else
    await expect(reading).rejects.toMatchObject({
      exitCode: 3,
      message: 'PARTNER_CENTER_TOKEN contains a character that no token has.',
      advice: ['Set it to the bare access token: no quotes, no line break, no "Bearer" before it.'],
    })
})
