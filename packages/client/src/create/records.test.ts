import { expect, onTestFinished, test, vi } from 'vitest'
import { doubtful, eligible, setUp } from '../../test/creates.ts'
import { accepted, completed, fault, request, requestId, upgradeId } from '../../test/service.ts'
import type { CreateOptions, IdempotencyStore, PendingCreate } from '../index.ts'

const failed = (): Response => Response.json({ ...completed, status: 'Failed', lineItems: [] })
const notFound = (): Response => fault(404, '900106', 'No upgrade request was found')
const other = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed'
const otherRequestId = '7d0c3d0e-6a5b-4c0e-9d4f-0f3a3c1d2b6a'
const lookOnce = { lookOnce: true }
const unknown = { name: 'OutcomeUnknownError' }
const thrown = (error: unknown): unknown => error

/** A store that keeps every record that was saved. */
function notebook(onSave = () => {}): { readonly saved: PendingCreate[]; readonly idempotency: IdempotencyStore } {
  const saved: PendingCreate[] = []
  const save = (next: PendingCreate): void => {
    saved.push(next)
    onSave()
  }
  return { saved, idempotency: { open: async () => ({ save, clear: () => {}, close: () => {} }) } }
}

test('a create is recorded before each attempt, after an unclear outcome, and with its upgrade at the end', async () => {
  const { saved, idempotency } = notebook()
  const { upgrades, seen } = setUp([doubtful(), accepted()], eligible, { idempotency })
  await upgrades.create(request, { requestId, earlier: null })
  const creates = seen.filter(({ path }) => path.endsWith('/productUpgrades'))
  const [first, second] = creates.map(({ headers }) => headers.get('MS-CorrelationId'))
  expect(saved).toEqual([
    { requestId, attempt: first, earlier: null },
    { requestId, attempt: first, accepted: false, earlier: null },
    { requestId, attempt: second, earlier: null },
    { requestId, accepted: true, upgradeId },
  ])
})

test('a client remembers that a create was accepted, once it was told so', async () => {
  const { upgrades, sent } = setUp([], eligible)
  await expect(upgrades.ensure(request, { requestId, accepted: true })).rejects.toMatchObject(unknown)
  await expect(upgrades.ensure(request)).rejects.toMatchObject({ ...unknown, accepted: true, requestId })
  await expect(upgrades.create(request)).rejects.toMatchObject({ ...unknown, accepted: true, requestId })
  expect(sent).toEqual([])
})

// Whichever create was accepted, the customer has an upgrade now: sending either again could create a second one.
test.for([
  ['that very create', requestId],
  ['another create', otherRequestId],
] as const)('a create in doubt is not sent again once the caller says that %s was accepted', async ([, told]) => {
  const { upgrades, sent } = setUp([doubtful(), accepted()], eligible)
  await upgrades.create(request, { ...lookOnce, requestId }).catch(thrown)
  const options = { requestId: told, accepted: true }
  await expect(upgrades.ensure(request, options)).rejects.toMatchObject({ ...unknown, accepted: true })
  await expect(upgrades.ensure(request)).rejects.toMatchObject({ ...unknown, accepted: true })
  expect(sent).toHaveLength(1)
})

test('a repeated create with the same request ID returns the first upgrade, and sends nothing', async () => {
  const { upgrades, sent } = setUp([accepted(), accepted()], eligible)
  const first = await upgrades.create(request, { requestId })
  expect(await upgrades.create(request, { requestId })).toEqual(first)
  expect(sent).toHaveLength(1)
  await upgrades.create(request, { requestId: otherRequestId })
  expect(sent).toHaveLength(2)
})

test('a create that was accepted is not sent again by `create`, either', async () => {
  const options = { requestId, accepted: true }
  const elsewhere = setUp([], eligible)
  await expect(elsewhere.upgrades.create(request, options)).rejects.toMatchObject({ ...unknown, requestId })
  expect(elsewhere.sent).toEqual([])
  const here = setUp([accepted()], eligible)
  await here.upgrades.create(request, { requestId })
  expect((await here.upgrades.create(request, options)).upgradeId).toBe(upgradeId)
  expect(here.sent).toHaveLength(1)
})

test('an ensure with the request ID of a finished create keeps its upgrade', async () => {
  const { upgrades, sent, clock } = setUp([accepted()], eligible)
  await upgrades.create(request, { requestId })
  const begin = clock.now()
  for (const options of [{ requestId }, { requestId }, {}] satisfies CreateOptions[])
    expect((await upgrades.ensure(request, options)).upgradeId).toBe(upgradeId)
  expect(clock.now()).toBe(begin)
  expect(sent).toHaveLength(1)
})

test("an ensure with a request ID other than the last create's settles that other create", async () => {
  const { upgrades, sent } = setUp([accepted(), accepted(`productUpgrades/${other}`)], eligible, {}, notFound)
  await upgrades.create(request, { requestId })
  expect((await upgrades.ensure(request, { requestId: otherRequestId })).upgradeId).toBe(other)
  expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(120_000)
})

test.for([
  ['has failed', failed, other],
  ['is running', () => Response.json({ ...completed, status: 'Running' }), upgradeId],
  ['is unknown', notFound, other],
  ['has a status that the service refuses to show', () => fault(403, '900105'), upgradeId],
  ['has a status that cannot be read', () => fault(501, '2000'), upgradeId],
] as const)(
  'an ensure right after a create whose upgrade %s, and that eligibility does not show, returns the right one',
  async ([, status, expected]) => {
    const { upgrades, sent, seen } = setUp([accepted(), accepted(`productUpgrades/${other}`)], eligible, {}, status)
    await upgrades.create(request)
    expect((await upgrades.ensure(request)).upgradeId).toBe(expected)
    expect(sent).toHaveLength(expected === other ? 2 : 1)
    const asked = seen.map(({ path }) => path).filter((path) => path.endsWith('/status'))
    expect(asked).toEqual([`/v1/productUpgrades/${upgradeId}/status`])
  },
)

test('the status of a failed upgrade that eligibility shows is requested once, and another upgrade is created', async () => {
  const shown = (): Response => Response.json({ ...request, isEligible: true, upgradeId })
  const { upgrades, seen } = setUp([accepted(), accepted(`productUpgrades/${other}`)], shown, {}, failed)
  await upgrades.create(request)
  expect((await upgrades.ensure(request)).upgradeId).toBe(other)
  expect(seen.filter(({ path }) => path.endsWith('/status'))).toHaveLength(1)
})

test('a call that is aborted while its request ID is being recorded sends nothing', async () => {
  const controller = new AbortController()
  const { idempotency } = notebook(() => controller.abort())
  const { upgrades, sent } = setUp([accepted()], eligible, { idempotency })
  const call = upgrades.create(request, { signal: controller.signal })
  await expect(call).rejects.toMatchObject({ name: 'AbortError' })
  expect(sent).toEqual([])
})

test.for([{ requestId: 'mine' }, { retires: 5 }])(
  'a create with bad options (%j) fails before it claims a record',
  async (options) => {
    const open = vi.fn()
    const { upgrades } = setUp([], eligible, { idempotency: { open } })
    await expect(upgrades.create(request, options)).rejects.toThrow(TypeError)
    expect(open).not.toHaveBeenCalled()
  },
)

test('a call that times out waiting for another create says so', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const idempotency: IdempotencyStore = {
    open: (_, signal) =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
      }),
  }
  const call = setUp([], eligible, { idempotency }).upgrades.create(request, { totalTimeout: 5_000 })
  const told = expect(call).rejects.toMatchObject({
    name: 'RequestTimeoutError',
    unsent: true,
    message: 'Another create for this customer did not end within 5000 ms',
  })
  await vi.advanceTimersByTimeAsync(5_000)
  await told
  expect(vi.getTimerCount()).toBe(0)
})

test('a create that did not have to wait leaves no timer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const fetch = async (): Promise<Response> => accepted()
  const clock = { now: () => 0, sleep: async () => {} }
  await setUp([], eligible, { fetch, clock }).upgrades.create(request)
  expect(vi.getTimerCount()).toBe(0)
})

// Timers stand still while a process is suspended or its machine sleeps, and another worker may have taken over by the time it wakes up.
test.for([
  ['sent', 'half the settling time plus one second', 61_000],
  ['sent', 'less than no time, because the clock was set back', -3_600_000],
  ['not sent', 'longer than half the settling time plus one second', 61_001],
] as const)('a create is %s if recording it took %s', async ([end, , ms]) => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { saved, idempotency } = notebook(() => {
    if (saved.length === 1) vi.setSystemTime(Date.now() + ms)
  })
  const { upgrades, sent } = setUp([accepted()], eligible, { idempotency, settleFor: 120_000 })
  const created = upgrades.create(request)
  if (end === 'sent') await expect(created).resolves.toMatchObject({ upgradeId })
  else
    await expect(created).rejects.toMatchObject({
      name: 'NotSentError',
      unsent: true,
      cause: { message: 'It took too long' },
    })
  expect(sent).toHaveLength(end === 'sent' ? 1 : 0)
})
