import { expect, test } from 'vitest'
import { doubtful, eligible, inPlace, page, setUp, shownAfter } from '../../test/creates.ts'
import { accepted, completed, fault, request, requestId, upgradeId } from '../../test/service.ts'
import { createIdempotencyMemory } from '../idempotency/memory-store.ts'
import type { IdempotencyStore, SettleEvent } from '../index.ts'

test.for(['Upstream timed out, try again', 'The page was not found: NotFound', 'The proxy refused to wait any longer'])(
  'a failure in words ("%s") does not prove that a create was never sent',
  async (words) => {
    const { upgrades, sent } = setUp([new Error(words)], inPlace)
    expect((await upgrades.create(request)).upgradeId).toBe(upgradeId)
    expect(sent).toHaveLength(1)
  },
)

test.for([
  { code: 'ECONNREFUSED' },
  { code: 'ENOTFOUND' },
  { code: 'EAI_AGAIN' },
  { code: 'UND_ERR_CONNECT_TIMEOUT' },
  { code: 'ConnectionRefused' },
  { message: 'client error (Connect): tcp connect error: Connection refused (os error 111)' },
])('if no connection was established (%j), the create is sent again at once', async (cause) => {
  const { upgrades, sent } = setUp([Object.assign(new TypeError('fetch failed'), { cause }), accepted()], eligible)
  expect((await upgrades.create(request)).upgradeId).toBe(upgradeId)
  expect(sent).toHaveLength(2)
  // No settling time: nothing was sent.
  expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeLessThan(10_000)
})

// Only Partner Center's own refusal proves that an attempt had no effect.
test.for([
  ['504', doubtful],
  ['500 from Partner Center', () => fault(500, '2000')],
  ['408', () => fault(408, '2000')],
  ['a cut connection', () => new TypeError('terminated')],
  ['a network error that fetch returns', () => Response.error()],
  ['a redirect', () => new Response('<html>', { status: 302, headers: { Location: 'https://sign-in.example/' } })],
  ["a firewall's 403 page", () => page(403)],
  ["a firewall's 200 page", () => page(200)],
  ['a 404 page', () => page(404)],
  ['a 407 page', () => page(407)],
  ['a 511 page', () => page(511)],
  ['a 429 page', () => page(429)],
  ['an empty 403', () => new Response(null, { status: 403 })],
  ['a 403 with JSON of another kind', () => Response.json({ error: 'blocked' }, { status: 403 })],
] as const)('after %s, the client looks for the upgrade throughout the settling time', async ([, answer]) => {
  const clock = { now: () => 0 }
  const { upgrades, sent, ...rest } = setUp([answer()], (seen) => late(seen))
  clock.now = rest.clock.now
  const late = shownAfter(110_000, () => clock.now())
  expect((await upgrades.create(request)).upgradeId).toBe(upgradeId)
  expect(sent).toHaveLength(1)
})

test.for([
  ['the documented fault', () => fault(403, '900105')],
  ['a fault that is not in the catalogue', () => fault(400, '123456')],
  ['a response with an MS- header', () => new Response(null, { status: 404, headers: { 'MS-RequestId': requestId } })],
  ['a conflict that names no upgrade', () => fault(409, '900109', 'In progress.')],
] as const)('%s to the only attempt is a refusal: nothing was created', async ([, answer]) => {
  const { upgrades, sent } = setUp([answer()], eligible)
  await expect(upgrades.create(request)).rejects.toMatchObject({ name: 'FaultError' })
  expect(sent).toHaveLength(1)
})

test('a create is sent again only after the settling time, with the same request ID', async () => {
  const { upgrades, sent } = setUp([doubtful(), accepted()], eligible)
  expect((await upgrades.create(request, { requestId })).upgradeId).toBe(upgradeId)
  expect(sent.map((each) => each.requestId)).toEqual([requestId, requestId])
  expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(120_000)
})

test('the settling time is a minute more than the timeout of an attempt, and at least two minutes', async () => {
  const { upgrades, sent } = setUp([doubtful(), accepted()], eligible, { timeout: 90_000 })
  await upgrades.create(request)
  expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(150_000)
})

test('each wait is reported to the caller', async () => {
  const events: SettleEvent[] = []
  const { upgrades } = setUp([doubtful(), accepted()], eligible, { onSettle: (event) => events.push(event) })
  await upgrades.create(request, { requestId })
  expect(events[0]).toMatchObject({ requestId, customerId: request.customerId, waited: 0, settleFor: 120_000 })
  expect(events.reduce((sum, { delay }) => sum + delay, 0)).toBeCloseTo(120_000, -1)
})

test.for([
  ['202 without Location', () => new Response(null, { status: 202 })],
  ['202 with a Location of all zeros', () => accepted('productUpgrades/00000000-0000-0000-0000-000000000000')],
  ['200 with a body', () => Response.json({})],
  ['201', () => new Response(null, { status: 201 })],
  ['204', () => new Response(null, { status: 204 })],
] as const)('after %s, nothing is ever sent again', async ([, answer]) => {
  const { upgrades, sent } = setUp([answer()], eligible)
  const unknown = { name: 'OutcomeUnknownError', accepted: true }
  await expect(upgrades.create(request, { requestId })).rejects.toMatchObject(unknown)
  await expect(upgrades.ensure(request)).rejects.toMatchObject(unknown)
  await expect(upgrades.ensure(request, { requestId })).rejects.toMatchObject(unknown)
  await expect(upgrades.create(request)).rejects.toMatchObject(unknown)
  expect(sent).toHaveLength(1)
})

test('a client that is told of an accepted create never sends it again', async () => {
  const { upgrades, sent } = setUp([], eligible)
  const options = { requestId, accepted: true }
  await expect(upgrades.ensure(request, options)).rejects.toMatchObject({ name: 'OutcomeUnknownError', accepted: true })
  expect(sent).toHaveLength(0)
})

test.for([
  ['400', () => fault(400, '900118')],
  ['404', () => fault(404, '2000')],
  ['405', () => fault(405, '2000')],
  ['410', () => fault(410, '2000')],
  ['413', () => fault(413, '2000')],
  ['415', () => fault(415, '2000')],
  ['422', () => fault(422, '2000')],
  ['900120', () => fault(403, '900120')],
  ['900130', () => fault(403, '900130')],
  ['a conflict that names no upgrade', () => fault(409, '900109', 'In progress.')],
  ['401', () => fault(401, '900420')],
  ['429', () => new Response(null, { status: 429, headers: { 'Retry-After': '600' } })],
] as const)('a refusal of the second attempt (%s) proves nothing about the first', async ([, answer]) => {
  const { upgrades, sent } = setUp([doubtful(), answer()], eligible)
  await expect(upgrades.create(request, { requestId })).rejects.toMatchObject({
    name: 'OutcomeUnknownError',
    requestId,
  })
  expect(sent).toHaveLength(2)
  // A later call remembers the doubt, too.
  const second = await upgrades.create(request).catch((error: unknown) => error)
  expect(second).toMatchObject({ name: 'OutcomeUnknownError', requestId })
  expect(new Set(sent.map((each) => each.requestId))).toEqual(new Set([requestId]))
})

test("a firewall's page in place of the second response leaves the outcome unknown", async () => {
  const { upgrades, sent } = setUp([doubtful(), page(403), page(403), page(403)], eligible, { totalTimeout: 3_600_000 })
  await expect(upgrades.create(request, { requestId })).rejects.toMatchObject({
    name: 'OutcomeUnknownError',
    requestId,
  })
  expect(sent.map((each) => each.requestId)).toEqual([requestId, requestId, requestId, requestId])
})

test('a refusal of the second attempt that names the upgrade settles it', async () => {
  const conflict = fault(409, '900109', `This upgrade isn't allowed as original upgrade ${upgradeId} is in progress`)
  const { upgrades } = setUp([doubtful(), conflict], eligible)
  expect((await upgrades.create(request)).upgradeId).toBe(upgradeId)
})

test.for([
  ["a firewall's page", () => page(403)],
  ['a sign-in page', () => page(200)],
  ['a gateway', () => page(502)],
  ['no connection', () => new TypeError('fetch failed')],
] as const)('polls answered by %s settle nothing, however many there are', async ([, look]) => {
  const { upgrades, sent } = setUp([doubtful()], look)
  await expect(upgrades.create(request)).rejects.toMatchObject({ name: 'OutcomeUnknownError' })
  expect(sent).toHaveLength(1)
})

test('an ensure with a stored request ID assumes that its create was sent, and looks for the upgrade before sending it', async () => {
  const { upgrades, sent, clock } = setUp([accepted()], eligible)
  const begin = clock.now()
  await upgrades.ensure(request, { requestId })
  expect(sent.map((each) => each.requestId)).toEqual([requestId])
  expect((sent[0]?.at ?? 0) - begin).toBeGreaterThanOrEqual(120_000)
})

test('an ensure without a request ID sends the create at once', async () => {
  const { upgrades, sent, clock } = setUp([accepted()], eligible)
  const begin = clock.now()
  await upgrades.ensure(request)
  expect(sent.map(({ at }) => at)).toEqual([begin])
})

test.for(['create', 'ensure'] as const)('concurrent calls of %s for one customer create one upgrade', async (name) => {
  const { upgrades, sent } = setUp([accepted()], eligible)
  const results = await Promise.all([1, 2, 3].map(() => upgrades[name](request)))
  expect(results.map((each) => each.upgradeId)).toEqual([upgradeId, upgradeId, upgradeId])
  expect(sent).toHaveLength(1)
})

test('an ensure right after a create returns its upgrade, though the service does not show it yet', async () => {
  const { upgrades, sent } = setUp([accepted()], eligible)
  await upgrades.create(request)
  expect((await upgrades.ensure(request)).upgradeId).toBe(upgradeId)
  expect(sent).toHaveLength(1)
})

test('an ensure after a create that the service has forgotten creates another upgrade', async () => {
  const notFound = () => Response.json({ code: '900106', description: 'No upgrade request was found' }, { status: 404 })
  const { upgrades, sent } = setUp([accepted(), accepted()], eligible, {}, notFound)
  await upgrades.create(request)
  await upgrades.ensure(request)
  expect(sent).toHaveLength(2)
})

test('creates for different customers or product families do not wait for each other', async () => {
  let release = (): void => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { upgrades, sent } = setUp(
    [
      async () => {
        await held
        return accepted()
      },
      accepted(),
      accepted(),
    ],
    eligible,
  )
  const first = upgrades.create(request)
  await upgrades.create({ ...request, customerId: requestId })
  await upgrades.create({ ...request, productFamily: 'Other' })
  release()
  await first
  expect(sent).toHaveLength(3)
})

test('a call that waits for another one can be aborted, and has a time limit', async () => {
  const never = () => new Promise<Response>(() => {})
  const { upgrades } = setUp([never], eligible)
  void upgrades.create(request)
  const controller = new AbortController()
  const aborted = upgrades.create(request, { signal: controller.signal })
  controller.abort()
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' })
  const late = upgrades.create(request, { totalTimeout: 20 })
  await expect(late).rejects.toMatchObject({ name: 'RequestTimeoutError', unsent: true })
})

test('lookOnce leaves the waiting to the caller, and the time between calls counts', async () => {
  const { upgrades, sent, clock } = setUp([doubtful(), accepted()], eligible)
  const options = { requestId, lookOnce: true }
  const error = await upgrades.create(request, options).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'OutcomeUnknownError', requestId, nextLook: 500 })
  await clock.sleep(60_000)
  await expect(upgrades.ensure(request, options)).rejects.toMatchObject({
    name: 'OutcomeUnknownError',
    nextLook: 15_000,
  })
  await clock.sleep(60_001)
  expect((await upgrades.ensure(request, options)).upgradeId).toBe(upgradeId)
  expect(sent.map((each) => each.requestId)).toEqual([requestId, requestId])
})

test.for([
  ['a number', 42],
  ['an object', {}],
  ['a text that is not a GUID', 'upgrade-1'],
] as const)('if the upgrade ID from the service is %s, nothing is created', async ([, odd]) => {
  const { upgrades, sent } = setUp([accepted()], () => Response.json({ ...request, isEligible: true, upgradeId: odd }))
  await expect(upgrades.ensure(request)).rejects.toMatchObject({ name: 'ContractViolationError' })
  expect(sent).toHaveLength(0)
})

test.for([undefined, null, 'false', 1])(
  'if the service returns %j for isEligible, nothing is created',
  async (isEligible) => {
    const { upgrades, sent } = setUp([accepted()], () => Response.json({ ...request, isEligible }))
    await expect(upgrades.ensure(request)).rejects.toMatchObject({ name: 'ContractViolationError' })
    expect(sent).toHaveLength(0)
  },
)

test.for([`{${upgradeId}}`, upgradeId.replaceAll('-', ''), ` ${upgradeId} `, upgradeId.toUpperCase()])(
  'an upgrade with its ID written as %s is found',
  async (odd) => {
    const { upgrades } = setUp([], () => Response.json({ ...request, isEligible: false, upgradeId: odd }))
    expect((await upgrades.ensure(request)).upgradeId.toLowerCase()).toBe(upgradeId)
  },
)

test('an all-zero upgrade ID counts as no upgrade', async () => {
  const zeros = '00000000-0000-0000-0000-000000000000'
  const { upgrades, sent } = setUp([accepted()], () =>
    Response.json({ ...request, isEligible: true, upgradeId: zeros }),
  )
  await upgrades.ensure(request)
  expect(sent).toHaveLength(1)
})

test.for(['https://gw.example.com/status', 'https://gw.example.com/eligibility/api'])(
  'a base URL that resembles another operation (%s) does not allow a create to be sent twice',
  async (baseUrl) => {
    const { upgrades, sent } = setUp([new Response(null, { status: 503 })], inPlace, { baseUrl })
    expect((await upgrades.create(request)).upgradeId).toBe(upgradeId)
    expect(sent).toHaveLength(1)
  },
)

test('the conflicting upgrade is the one in the description, whatever other IDs the fault holds', async () => {
  const told = `This upgrade is not allowed as original upgrade ${upgradeId} is in progress`
  const data = ['MS-CorrelationId 0e6c6f5c-0c8d-4d6f-9f4c-3f1f7f2a9a51']
  const { upgrades } = setUp([Response.json({ code: '900109', description: told, data }, { status: 409 })], eligible)
  expect((await upgrades.ensure(request)).upgradeId).toBe(upgradeId)
})

test('a create that may take forever returns a reference without a deadline', async () => {
  const { upgrades } = setUp([accepted()], eligible)
  const created = await upgrades.create(request, { completeWithin: Number.POSITIVE_INFINITY })
  expect(created).toMatchObject({ upgradeId })
  expect(created).not.toHaveProperty('deadline')
})

test('an ensure with the request ID of a finished create returns its upgrade, even if that has since failed', async () => {
  const failed = () => Response.json({ id: upgradeId, status: 'Failed' })
  const shown = () => Response.json({ ...request, isEligible: true, upgradeId })
  const { upgrades, sent } = setUp([accepted()], shown, {}, failed)
  await upgrades.create(request, { requestId, earlier: null })
  expect((await upgrades.ensure(request, { requestId })).upgradeId).toBe(upgradeId)
  expect(sent).toHaveLength(1)
})

test('a client sends a second create after the first has finished', async () => {
  const { upgrades, sent } = setUp([accepted(), accepted()], eligible)
  await upgrades.create(request)
  await upgrades.create(request)
  expect(sent).toHaveLength(2)
  expect(sent[0]?.requestId).not.toBe(sent[1]?.requestId)
})

/** A store whose records seem to come from another process. */
function recordsOfAnother(): IdempotencyStore {
  const store = createIdempotencyMemory({ elapsed: () => performance.now() }, 120_000)
  return { open: async (...args) => ({ ...(await store.open(...args)), own: false }) }
}

test('a create right after that of another process returns its upgrade, once the service shows it', async () => {
  const { upgrades, sent } = setUp([accepted()], inPlace, { idempotency: recordsOfAnother() })
  await upgrades.create(request)
  expect((await upgrades.create(request)).upgradeId).toBe(upgradeId)
  expect(sent).toHaveLength(1)
})

test.for(['create', 'ensure'] as const)(
  'a call of %s right after the create of another process sends nothing, though the service does not show the upgrade yet',
  async (name) => {
    const notFound = () =>
      Response.json({ code: '900106', description: 'No upgrade request was found' }, { status: 404 })
    const { upgrades, sent } = setUp([accepted()], eligible, { idempotency: recordsOfAnother() }, notFound)
    await upgrades.create(request)
    expect((await upgrades[name](request)).upgradeId).toBe(upgradeId)
    expect(sent).toHaveLength(1)
  },
)

test('a failed upgrade belongs to the create in doubt if eligibility showed none before the create', async () => {
  let looks = 0
  const look = () => Response.json({ ...request, isEligible: true, ...(looks++ > 0 && { upgradeId }) })
  const failed = () => Response.json({ ...completed, status: 'Failed', lineItems: [] })
  const { sent, upgrades } = setUp([doubtful()], look, {}, failed)
  expect((await upgrades.ensure(request)).upgradeId).toBe(upgradeId)
  expect(sent).toHaveLength(1)
})

test('an upgrade that had failed before the create is not its upgrade: the create is sent again after the settling time', async () => {
  const look = () => Response.json({ ...request, isEligible: true, upgradeId })
  const failed = () => Response.json({ ...completed, status: 'Failed', lineItems: [] })
  const other = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed'
  const { sent, upgrades } = setUp([doubtful(), accepted(`productUpgrades/${other}`)], look, {}, failed)
  expect((await upgrades.ensure(request)).upgradeId).toBe(other)
  const [first, second] = sent
  expect(second?.requestId).toBe(first?.requestId)
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(120_000)
})

test('a create is sent only after its request ID was recorded, however long that takes, and not at all if it cannot be recorded', async () => {
  const steps: string[] = []
  const records = (save: () => Promise<void>): IdempotencyStore => ({
    open: async () => ({ save, clear: () => {}, close: () => {} }),
  })
  const send = (): Response => {
    steps.push('sent')
    return accepted()
  }
  const slow = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
    steps.push('recorded')
  }
  await setUp([send], eligible, { idempotency: records(slow) }).upgrades.create(request)
  expect(steps.slice(0, 2)).toEqual(['recorded', 'sent'])
  const { upgrades, sent } = setUp([send], eligible, {
    idempotency: records(() => Promise.reject(new Error('The disk is full'))),
  })
  await expect(upgrades.create(request)).rejects.toMatchObject({
    name: 'NotSentError',
    message: 'The create was not sent, because its request ID could not be recorded',
    unsent: true,
    cause: { message: 'The disk is full' },
  })
  expect(sent).toEqual([])
})
