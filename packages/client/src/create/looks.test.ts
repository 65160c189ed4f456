import { expect, test } from 'vitest'
import { doubtful, eligible, inPlace, setUp } from '../../test/creates.ts'
import { accepted, completed, fault, request, requestId, upgradeId } from '../../test/service.ts'
import { createIdempotencyMemory } from '../idempotency/memory-store.ts'
import { createProductUpgradesClient, type SettleEvent, toMonotonic } from '../index.ts'

const failed = (): Response => Response.json({ ...completed, status: 'Failed', lineItems: [] })
const other = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed'
const thrown = (error: unknown): unknown => error

test('time that passed before a create does not count: it is sent again two minutes after its first attempt', async () => {
  const { upgrades, sent, clock } = setUp([doubtful(), accepted()], eligible)
  await clock.sleep(600_000)
  await upgrades.create(request)
  expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(120_000)
})

test('creates for two customers are settled independently', async () => {
  const { upgrades, sent, clock } = setUp(
    [doubtful(), doubtful(), accepted(), accepted(`productUpgrades/${other}`)],
    eligible,
  )
  const requests = [request, { ...request, customerId: other }]
  const look = async (): Promise<void> => {
    for (const each of requests) await upgrades.ensure(each, { lookOnce: true }).catch(thrown)
  }
  await look()
  for (let seconds = 0; seconds < 130; seconds += 10) {
    await clock.sleep(10_000)
    await look()
  }
  expect(sent).toHaveLength(4)
})

test('a create that another client has sent again in the meantime gets a full settling time', async () => {
  const { sent, clock, fetch } = setUp([doubtful(), doubtful()], eligible)
  const idempotency = createIdempotencyMemory(toMonotonic(clock), 120_000)
  const [one, two] = [1, 2].map(() => createProductUpgradesClient({ credential: 'token', fetch, clock, idempotency }))
  const options = { lookOnce: true }
  await one?.create(request, options).catch(thrown)
  await two?.ensure(request, options).catch(thrown)
  await clock.sleep(121_000)
  await two?.ensure(request, options).catch(thrown)
  expect(sent).toHaveLength(2)
  await expect(one?.ensure(request, options)).rejects.toMatchObject({ name: 'OutcomeUnknownError' })
  expect(sent).toHaveLength(2)
})

test('a poll that the service refuses ends the wait at once, and is the cause', async () => {
  const { upgrades, sent, seen } = setUp([], () => fault(403, '900105'))
  await expect(upgrades.ensure(request, { requestId })).rejects.toMatchObject({
    name: 'OutcomeUnknownError',
    cause: { name: 'FaultError', serviceCode: '900105' },
  })
  expect(seen).toHaveLength(1)
  expect(sent).toEqual([])
})

test('polling continues after a failed poll, until the upgrade is found', async () => {
  let looks = 0
  const { upgrades, sent } = setUp([], () => (++looks < 3 ? fault(503, '2000') : inPlace()), { retries: 0 })
  expect((await upgrades.ensure(request, { requestId })).upgradeId).toBe(upgradeId)
  expect([looks, sent.length]).toEqual([3, 0])
})

test('while the service is down, polls keep their pauses, and end with the call', async () => {
  const events: SettleEvent[] = []
  const options = { retries: 0, onSettle: (event: SettleEvent) => events.push(event) }
  const { upgrades, clock } = setUp([], () => fault(503, '2000'), options)
  const begin = clock.now()
  await expect(upgrades.ensure(request, { requestId })).rejects.toMatchObject({
    name: 'OutcomeUnknownError',
    cause: { name: 'FaultError', status: 503 },
  })
  expect(events.every(({ delay }) => delay >= 450)).toBe(true)
  expect(events.at(-1)?.waited).toBeGreaterThan(120_000)
  expect(clock.now() - begin).toBeLessThanOrEqual(300_000)
})

test.for([60_000, 90_500])('a call of %d ms ends in time, and says when to look again', async (totalTimeout) => {
  const { upgrades, clock } = setUp([doubtful()], eligible, { totalTimeout })
  const begin = clock.now()
  await expect(upgrades.create(request)).rejects.toMatchObject({
    name: 'OutcomeUnknownError',
    nextLook: expect.any(Number),
    cause: { status: 504 },
  })
  expect(clock.now() - begin).toBeLessThanOrEqual(totalTimeout)
})

// Half of the time waited so far, from half a second to 15 s, ±10%; the last pause ends with the settling time.
test.for([
  [0, [450, 450, 450, 608]],
  [0.5, [500, 500, 500, 750]],
  [1, [550, 550, 605, 938]],
] as const)('pauses between polls grow with the time waited (random number %d)', async ([random, first]) => {
  const events: SettleEvent[] = []
  const options = { random: () => random, onSettle: (event: SettleEvent) => events.push(event) }
  const { upgrades } = setUp([doubtful(), accepted()], eligible, options)
  await upgrades.create(request)
  const delays = events.map(({ delay }) => delay)
  expect(delays.slice(0, 4)).toEqual(first)
  expect(Math.max(...delays)).toBe(Math.ceil(15_000 * (0.9 + random / 5)))
  expect(delays.reduce((sum, delay) => sum + delay)).toBe(120_000)
})

test('an abort during the wait leaves the outcome unknown, and is the cause', async () => {
  const controller = new AbortController()
  const onSettle = (): void => controller.abort()
  const { upgrades, sent } = setUp([doubtful()], eligible, { onSettle })
  await expect(upgrades.create(request, { requestId, signal: controller.signal })).rejects.toMatchObject({
    name: 'OutcomeUnknownError',
    requestId,
    cause: { name: 'AbortError' },
  })
  expect(sent).toHaveLength(1)
})

test('a failed upgrade that may be older than the create proves nothing, and nothing is sent', async () => {
  const shown = (): Response => Response.json({ ...request, isEligible: true, upgradeId })
  const { upgrades, sent, clock } = setUp([], shown, {}, failed)
  const begin = clock.now()
  const error = await upgrades.ensure(request, { requestId }).catch(thrown)
  expect(error).toMatchObject({ name: 'OutcomeUnknownError', requestId })
  expect(clock.now() - begin).toBeGreaterThanOrEqual(120_000)
  expect(sent).toEqual([])
})

test('the error says whether the service accepted the create, and nothing more', async () => {
  const options = { lookOnce: true }
  const open = await setUp([doubtful()], eligible)
    .upgrades.create(request, { ...options, requestId })
    .catch(thrown)
  expect(open).not.toHaveProperty('accepted')
  expect(open).toHaveProperty(
    'message',
    `It is not known whether the upgrade was created. Call ensure with this requestId: ${requestId}`,
  )
  const lost = setUp([new Response(null, { status: 202 })], eligible).upgrades
  expect(await lost.create(request, { ...options, requestId }).catch(thrown)).toMatchObject({
    accepted: true,
    message: `The service accepted the create but does not show the upgrade. Call ensure with this requestId: ${requestId}`,
    cause: { name: 'ContractViolationError' },
  })
})
