import { createClock, faults, type PartnerCenterMock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { createWorld } from '../../test/in-memory.ts'

const ids = [0, 1, 2, 3, 4].map(guidOf)
const at = (row: number): string => ids[row] ?? ''

test("each customer ends with the service's outcome", async () => {
  const { run, partnerCenter } = createWorld(5, {
    customers: [
      { id: at(0) },
      { id: at(1), lineItems: [{}, { outcome: 'Failed' }] },
      { id: at(2), lineItems: [{ outcome: 'Failed' }] },
      { id: at(3), condition: 'suspendedSubscriptions' },
    ],
  })
  const { results, progress } = await run()
  expect(results.map(({ outcome, reason }) => [outcome, reason?.code])).toEqual([
    ['completed', undefined],
    ['partial', '900120'],
    ['failed', '900120'],
    ['ineligible', '900105'],
    ['rejected', '20002'],
  ])
  expect(results[3]?.reason).toMatchObject({ name: 'suspendedSubscriptions', actor: 'partner' })
  expect(progress.open).toEqual({ new: 0, sent: 0, created: 0 })
  partnerCenter.assertContract()
})

test('a result lists every request by the correlation ID that the service received', async () => {
  const { run, partnerCenter } = createWorld(1)
  partnerCenter.inject(faults.unavailable(), { operation: 'checkProductUpgradeEligibility' })
  const { results } = await run()
  expect(results[0]?.attempts.map(({ correlationId }) => correlationId)).toEqual(
    partnerCenter.requests.map(({ correlationId }) => correlationId),
  )
  expect(results[0]?.attempts.length).toBeGreaterThan(3)
  const create = partnerCenter.requests.find(({ operation }) => operation === 'createProductUpgrade')
  expect(results[0]?.requestId).toBe(create?.requestId)
})

test('an existing upgrade is followed, and no other is created', async () => {
  const { run, partnerCenter } = createWorld(2, { upgrades: [{ customerId: at(0), status: 'InProgress' }] })
  const { results } = await run()
  expect(results.map(({ outcome, adopted }) => [outcome, adopted])).toEqual([
    ['completed', true],
    ['completed', false],
  ])
  expect(partnerCenter.snapshot().upgrades).toHaveLength(2)
})

test('if a create is rejected because an upgrade is in progress, that upgrade is followed', async () => {
  const { run, partnerCenter } = createWorld(1, { upgrades: [{ customerId: at(0), status: 'InProgress' }] })
  partnerCenter.override({
    checkProductUpgradeEligibility: ({ body }) => ({ status: 200, body: { ...body, isEligible: true } }),
  })
  const { results } = await run()
  expect(results[0]).toMatchObject({ outcome: 'completed', adopted: true })
})

test.for(['acceptedThenDropped', 'acceptedThenTimedOut', 'truncated', 'missingLocation'] as const)(
  'the upgrade of a create without a usable response (%s) is found',
  async (name) => {
    const { run, partnerCenter } = createWorld(3, { deduplicate: false })
    partnerCenter.inject(faults[name](), { operation: 'createProductUpgrade', every: 1 })
    const { results } = await run()
    expect(results.map(({ outcome }) => outcome)).toEqual(['completed', 'completed', 'completed'])
    expect(partnerCenter.snapshot().upgrades).toHaveLength(3)
  },
)

test('a create that never gets a response ends as unknown, and is sent under one request ID', async () => {
  const { run, partnerCenter } = createWorld(1)
  partnerCenter.inject(faults.gatewayEmpty(), { operation: 'createProductUpgrade', every: 1 })
  const { results } = await run()
  expect(results[0]).toMatchObject({ outcome: 'unknown', mayRunAgain: true })
  const creates = partnerCenter.requests.filter(({ operation }) => operation === 'createProductUpgrade')
  expect(new Set(creates.map(({ requestId }) => requestId)).size).toBe(1)
  expect(creates[0]?.requestId).toBe(results[0]?.requestId)
})

test('a rejected lookup does not settle an earlier create in doubt, which took effect', async () => {
  const { run, partnerCenter } = createWorld(1, { deduplicate: false })
  partnerCenter.inject(faults.acceptedThenDropped(), { operation: 'createProductUpgrade' })
  // The client looks for the upgrade at once, and the run does so again.
  partnerCenter.inject(faults.fault('20002'), { operation: 'checkProductUpgradeEligibility', nth: 2, times: 2 })
  const { results } = await run()
  expect(results[0]).toMatchObject({ outcome: 'completed', adopted: false })
  expect(partnerCenter.snapshot().upgrades).toHaveLength(1)
})

test('a create in doubt keeps its request ID even if the next attempt is throttled', async () => {
  const { run, partnerCenter } = createWorld(1, { deduplicate: false })
  partnerCenter.inject(faults.gatewayEmpty(), { operation: 'createProductUpgrade' })
  partnerCenter.inject(faults.throttled({ retryAfter: 1 }), { operation: 'createProductUpgrade', nth: 2, times: 4 })
  const { results } = await run()
  expect(results[0]).toMatchObject({ outcome: 'completed', adopted: false })
  const creates = partnerCenter.requests.filter(({ operation }) => operation === 'createProductUpgrade')
  expect(creates.map(({ status }) => status)).toEqual([504, 429, 429, 429, 429, 202])
  expect(new Set(creates.map(({ requestId }) => requestId)).size).toBe(1)
})

test('a create that had no effect is followed by one with a new request ID', async () => {
  const { run, partnerCenter } = createWorld(1)
  partnerCenter.inject(faults.appOnlyToken(), { operation: 'createProductUpgrade' })
  const { results } = await run()
  expect(results[0]?.outcome).toBe('completed')
  const creates = partnerCenter.requests.filter(({ operation }) => operation === 'createProductUpgrade')
  expect(new Set(creates.map(({ requestId }) => requestId)).size).toBe(2)
  expect(results[0]?.requestId).toBe(creates.at(-1)?.requestId)
})

test('a failure that the service reports as transient is retried later', async () => {
  const { run, partnerCenter } = createWorld(1)
  partnerCenter.inject(faults.mfaRequired(), { nth: 1 })
  partnerCenter.inject(faults.brokenJson(), { operation: 'checkProductUpgradeEligibility', nth: 2 })
  partnerCenter.inject(faults.appOnlyToken(), { operation: 'createProductUpgrade', nth: 1 })
  partnerCenter.inject(faults.wrongTokenAudience(), { operation: 'getProductUpgradeStatus', nth: 1 })
  const { results } = await run()
  expect(results[0]?.outcome).toBe('completed')
})

test('a row with a permanent failure ends as rejected if nothing was created', async () => {
  const { run, partnerCenter, clock } = createWorld(2)
  const begin = clock.now()
  partnerCenter.inject(faults.serverError(), { customerId: at(1), every: 1 })
  const { results } = await run({ client: { random: () => 0 } })
  expect(results.map(({ outcome }) => outcome)).toEqual(['completed', 'rejected'])
  // Six attempts, with waits of half a minute, one, two, four and eight minutes between them, and retries within each.
  expect(clock.now() - begin).toBeGreaterThanOrEqual(15.5 * 60_000)
  expect(clock.now() - begin).toBeLessThan(20 * 60_000)
  expect(results[1]).toMatchObject({ mayRunAgain: true, reason: { code: '800003' } })
})

test('a rejected poll does not end a row; the row is unknown only if every poll is rejected', async () => {
  const { run, partnerCenter } = createWorld(2)
  partnerCenter.inject(faults.fault('900106'), { operation: 'getProductUpgradeStatus', customerId: at(0), nth: 1 })
  partnerCenter.inject(faults.fault('900106'), { operation: 'getProductUpgradeStatus', customerId: at(1), every: 1 })
  const { results } = await run()
  expect(results.map(({ outcome }) => outcome)).toEqual(['completed', 'unknown'])
  expect(results[1]).toMatchObject({ reason: { code: '900106' }, mayRunAgain: true })
})

test('a dry run only requests eligibility', async () => {
  const { run, partnerCenter } = createWorld(2, { customers: [{ id: at(0) }, { id: at(1), condition: '900108' }] })
  const { results } = await run({ dryRun: true })
  expect(results.map(({ outcome }) => outcome)).toEqual(['eligible', 'ineligible'])
  expect(new Set(partnerCenter.requests.map(({ operation }) => operation))).toEqual(
    new Set(['checkProductUpgradeEligibility']),
  )
})

test('with onlyFailed, failed rows that may be retried run again, and finished ones are kept', async () => {
  const { run, partnerCenter } = createWorld(4)
  const broken = partnerCenter.inject(faults.serverError(), { customerId: at(1), every: 1 })
  const pointless = partnerCenter.inject(faults.fault('900108'), {
    customerId: at(2),
    operation: 'createProductUpgrade',
    every: 1,
  })
  const lost = partnerCenter.inject(faults.gatewayEmpty(), {
    customerId: at(3),
    operation: 'createProductUpgrade',
    every: 1,
  })
  const first = await run()
  expect(first.results.map(({ outcome }) => outcome)).toEqual(['completed', 'rejected', 'rejected', 'unknown'])
  for (const each of [broken, pointless, lost]) each.remove()
  const asked = partnerCenter.requests.length

  const idle = await run()
  expect(partnerCenter.requests).toHaveLength(asked)
  expect(idle.results).toEqual(first.results)

  const second = await run({ onlyFailed: true })
  expect(second.results.map(({ outcome }) => outcome)).toEqual(['completed', 'completed', 'rejected', 'completed'])
  const again = partnerCenter.requests.slice(asked).map(({ customerId }) => customerId)
  expect(new Set(again)).toEqual(new Set([at(1), at(3)]))
  expect(second.results[3]?.requestId).toBe(first.results[3]?.requestId)
})

test('a token that the service refuses ends the run after few requests, and the same run resumes later', async () => {
  const { run, partnerCenter } = createWorld(40)
  const refused = partnerCenter.inject(faults.mfaRequired(), { every: 1 })
  await expect(run()).rejects.toMatchObject({ name: 'StoppedError', cause: { name: 'AuthenticationError' } })
  expect(partnerCenter.requests.length).toBeLessThan(20)
  refused.remove()
  const { results } = await run()
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['completed']))
})

// The reasons that `@partner-upgrades/credentials` sets on its errors.
test.for([
  ['consent', 1],
  ['client', 1],
  ['options', 1],
  ['busy', 10],
] as const)('a token that cannot be obtained (%s) ends the run after %i attempts', async ([reason, tries]) => {
  const { run, partnerCenter } = createWorld(40)
  let asked = 0
  const credential = () => {
    asked++
    throw Object.assign(new Error('There is no token.'), { reason })
  }
  await expect(run({ parallel: 1, client: { credential } })).rejects.toMatchObject({ name: 'StoppedError' })
  expect(asked).toBe(tries)
  expect(partnerCenter.requests).toEqual([])
  const { results } = await run()
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['completed']))
})

test.for([1, 3])(
  'a refused token soon ends the run of a list of %i, time after time, and fails no row',
  async (size) => {
    const { run, partnerCenter, clock } = createWorld(size)
    const refused = partnerCenter.inject(faults.mfaRequired(), { every: 1 })
    for (let time = 0; time < 7; time++) {
      const begin = clock.now()
      await expect(run()).rejects.toMatchObject({ name: 'StoppedError', cause: { name: 'AuthenticationError' } })
      expect(clock.now() - begin).toBeLessThan(180_000)
    }
    refused.remove()
    const { results } = await run()
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['completed']))
  },
)

test.for([0, 60_000])('a network lost after %i ms does not fail even a single row', async (after) => {
  const { run, partnerCenter, clock } = createWorld(1)
  const begin = clock.now() + after
  const { results, progress } = await run({
    client: {
      fetch: async (url, init) => {
        const time = clock.now() - begin
        if (time < 0 || time > 3_000_000) return partnerCenter.fetch(url, init)
        throw new TypeError('fetch failed')
      },
    },
  })
  expect(results[0]?.outcome).toBe('completed')
  expect(progress.outage).toBe(false)
})

test.for(['connection', 'service'])(
  'a sign-in service that cannot be reached for a while (%s) fails no row',
  async (reason) => {
    const { run, partnerCenter, clock } = createWorld(15)
    const end = clock.now() + 1_800_000
    const { results } = await run({
      client: {
        credential: async () => {
          if (clock.now() < end) throw Object.assign(new Error('The sign-in service is out of reach'), { reason })
          return { token: 'token', expiresOnTimestamp: Number.POSITIVE_INFINITY }
        },
      },
    })
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['completed']))
    expect(partnerCenter.requests[0]?.at).toBeGreaterThanOrEqual(end)
  },
)

test('a row that gets no connection while others do ends as rejected', async () => {
  const { run, partnerCenter } = createWorld(12, { durations: { pending: '10m', inProgress: '30m' } })
  partnerCenter.inject(faults.dropped(), { customerId: at(1), every: 1 })
  const { results } = await run()
  expect(results.filter(({ outcome }) => outcome === 'completed')).toHaveLength(11)
  expect(results[1]?.outcome).toBe('rejected')
})

test('an outage is waited out, one row at a time, and fails no row', async () => {
  const { run, partnerCenter, clock } = createWorld(15)
  const begin = clock.now()
  let asked = 0
  const { results } = await run({
    client: {
      fetch: async (url, init) => {
        if (clock.now() > begin + 1_800_000) return partnerCenter.fetch(url, init)
        if (clock.now() > begin + 300_000) asked++
        throw new TypeError('fetch failed')
      },
    },
  })
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['completed']))
  // One row per minute for 25 minutes, up to four attempts each.
  expect(asked).toBeLessThan(25 * 4)
  expect(asked).toBeGreaterThan(20)
})

test('invalid responses affect their own rows only, however many there are in a row', async () => {
  const { run, partnerCenter } = createWorld(15)
  const headers = { 'Content-Type': 'application/json', 'MS-RequestId': crypto.randomUUID() }
  const { results } = await run({
    client: {
      fetch: async (url, init) => {
        const isOdd = String(url).endsWith('/eligibility') && !String(init?.body).includes(guidOf(14))
        return isOdd ? Response.json({ isEligible: 'true' }, { headers }) : partnerCenter.fetch(url, init)
      },
    },
  })
  expect(results.slice(0, 14).map(({ outcome }) => outcome)).toEqual(Array.from({ length: 14 }, () => 'unknown'))
  expect(results[14]?.outcome).toBe('completed')
})

test('an endless outage ends the run', async () => {
  const { run, partnerCenter, clock } = createWorld(15)
  const begin = clock.now()
  partnerCenter.inject(faults.dropped(), { every: 1 })
  await expect(run()).rejects.toMatchObject({ name: 'StoppedError' })
  expect(clock.now() - begin).toBeGreaterThan(3_600_000)
})

test('no worker sends a request during a Retry-After, even if another worker received it', async () => {
  const { run, partnerCenter } = createWorld(24)
  // The fault that was injected first applies first.
  partnerCenter.inject(faults.throttled({ retryAfter: 90 }), { nth: 10 })
  partnerCenter.inject(faults.slow({ by: '1s' }), { every: 1 })
  await Promise.all([run({ parallel: 2 }), run({ parallel: 2 })])
  const { requests } = partnerCenter
  const told = requests.find(({ status }) => status === 429)?.at ?? 0
  expect(told).toBeGreaterThan(requests[0]?.at ?? 0)
  const early = requests.filter(({ at: time }) => time > told + 1_000 && time < told + 90_000)
  // The other worker may have started requests before it could know.
  expect(early.length).toBeLessThanOrEqual(4)
  expect(requests.filter(({ at: time }) => time >= told + 90_000).length).toBeGreaterThan(20)
})

test('running upgrades are polled as often as the budget allows, however many upgrades and workers there are', async () => {
  const durations = { pending: '1m', inProgress: '9m' } as const
  const { run, partnerCenter } = createWorld(48, { durations }, createClock({ auto: true }), true)
  await Promise.all([run({ pollsPerMinute: 8 }), run({ pollsPerMinute: 8 })])
  const looks = partnerCenter.requests.filter(({ operation }) => operation === 'getProductUpgradeStatus')
  const perMinute = new Map<number, number>()
  for (const { at: time } of looks) {
    const minute = Math.floor(time / 60_000)
    perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1)
  }
  // Each worker may start with one extra poll.
  expect(Math.max(...perMinute.values())).toBeLessThanOrEqual(10)
  expect(looks.length / perMinute.size).toBeGreaterThan(6)
})

test('an upgrade that does not end in the time to follow it is unknown, and is followed again on request', async () => {
  const { run, partnerCenter } = createWorld(1, { durations: { pending: '1h', inProgress: '3h' } })
  const first = await run({ followFor: 3_600_000 })
  expect(first.results[0]).toMatchObject({ outcome: 'unknown', mayRunAgain: true })
  const second = await run({ onlyFailed: true })
  expect(second.results[0]).toMatchObject({ outcome: 'completed', upgradeId: first.results[0]?.upgradeId })
  expect(partnerCenter.snapshot().upgrades).toHaveLength(1)
})

test('an aborted run records its progress, and resumes from there', async () => {
  const { run, partnerCenter, clock } = createWorld(12)
  const controller = new AbortController()
  const aborting = clock.sleep(20_000).then(() => controller.abort())
  partnerCenter.inject(faults.slow({ by: '2s' }), { every: 1 })
  const first = await run({ signal: controller.signal, parallel: 2 })
  await aborting
  expect(first.progress.open.new).toBeGreaterThan(0)
  expect(first.progress.busy).toBe(0)
  const { results } = await run()
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['completed']))
  expect(partnerCenter.snapshot().upgrades).toHaveLength(12)
})

test.for(['slow', 'acceptedThenStalled', 'stalled'] as const)(
  'after a run is aborted with a create in flight (%s), the next one settles it before sending another',
  async (name, { signal }) => {
    const { run, partnerCenter, clock } = createWorld(3, { deduplicate: false })
    const controller = new AbortController()
    partnerCenter.inject(faults[name](), { operation: 'createProductUpgrade', times: 3 })
    const first = run({ signal: controller.signal })
    while (partnerCenter.requests.filter(({ operation }) => operation === 'createProductUpgrade').length < 3) {
      signal.throwIfAborted()
      await new Promise((resolve) => setImmediate(resolve))
    }
    controller.abort()
    const { progress } = await first
    expect(progress.open).toEqual({ new: 0, sent: 3, created: 0 })
    await clock.sleep(60_000)
    const { results } = await run()
    expect(results.map(({ outcome, adopted }) => [outcome, adopted])).toEqual(Array(3).fill(['completed', false]))
    expect(partnerCenter.snapshot().upgrades).toHaveLength(3)
  },
)

test('a run without an injected clock uses the system clock', async () => {
  const { open, partnerCenter } = createWorld(1, { clock: createClock() })
  const store = await open(true)
  const { runBulk } = await import('./run-bulk.ts')
  const progress = await runBulk({ store, dryRun: true, client: { credential: 'token', fetch: partnerCenter.fetch } })
  expect(progress.ended.eligible).toBe(1)
})

test.for(['noAzureSubscriptions', 'sharedServicesCustomer'] as const)(
  'a customer who can never be upgraded (%s) is not retried',
  async (condition) => {
    const { run, partnerCenter } = createWorld(1, { customers: [{ id: at(0), condition }] })
    const { results, progress } = await run()
    expect(results[0]).toMatchObject({ outcome: 'ineligible', mayRunAgain: false, reason: { name: condition } })
    expect(progress.again).toBe(0)
    const asked = partnerCenter.requests.length
    await run({ onlyFailed: true })
    expect(partnerCenter.requests).toHaveLength(asked)
  },
)

test('a fault text of 2023 is recognized as the same reason: no retry', async () => {
  const { run, partnerCenter } = createWorld(1)
  const reason = 'Can’t process Azure upgrade since customer has no Azure subscriptions.'
  partnerCenter.override({
    checkProductUpgradeEligibility: ({ body }) => ({ status: 200, body: { ...body, isEligible: false, reason } }),
  })
  expect((await run()).results[0]).toMatchObject({ mayRunAgain: false, reason: { code: '900108' } })
})

test('in a dry run, a customer with an upgrade ends as upgraded, which is not a failure', async () => {
  const { run } = createWorld(3, {
    upgrades: [
      { customerId: at(0), status: 'Completed' },
      { customerId: at(1), status: 'InProgress' },
    ],
  })
  const { results, progress } = await run({ dryRun: true })
  expect(results.map(({ outcome, mayRunAgain, reason }) => [outcome, mayRunAgain, reason?.code])).toEqual([
    ['upgraded', false, '900110'],
    ['upgraded', false, '900109'],
    ['eligible', false, undefined],
  ])
  expect(progress).toMatchObject({ again: 0, ended: { upgraded: 2, eligible: 1 } })
})

test('in a dry run, the fault of a completed upgrade means the same', async () => {
  const { run, partnerCenter } = createWorld(1)
  partnerCenter.inject(faults.fault('900110'), { operation: 'checkProductUpgradeEligibility' })
  expect((await run({ dryRun: true })).results[0]).toMatchObject({ outcome: 'upgraded', mayRunAgain: false })
})

const blocked = '<html><body>Blocked: category uncategorised</body></html>'
const page = (status: number) => new Response(blocked, { status, headers: { 'Content-Type': 'text/html' } })

/** A web filter that responds to the first `count` requests for a path in place of Partner Center. */
function createWebFilter(fetch: PartnerCenterMock['fetch'], path: RegExp, status: number, count: number) {
  const filter = { asked: 0 }
  const filtered: typeof fetch = async (input, init) => {
    const { url } = new Request(input, init)
    if (filter.asked === count || !path.test(new URL(url).pathname)) return fetch(input, init)
    filter.asked++
    return page(status)
  }
  return { filter, fetch: filtered }
}

test.for([
  [403, /eligibility$/],
  [404, /eligibility$/],
  [451, /eligibility$/],
  [403, /productupgrades$/i],
  [400, /productupgrades$/i],
] as const)(
  "a web filter's page (%i, %s) settles nothing: once it is gone, the customers are upgraded",
  async ([status, path]) => {
    const { run, partnerCenter } = createWorld(3, { deduplicate: false })
    const { filter, fetch } = createWebFilter(partnerCenter.fetch, path, status, 9)
    const { results } = await run({ client: { fetch } })
    expect(filter.asked).toBe(9)
    expect(results.map(({ outcome }) => outcome)).toEqual(['completed', 'completed', 'completed'])
    expect(partnerCenter.snapshot().upgrades).toHaveLength(3)
  },
)

test("a permanent web filter's page ends the run, and no customer ends as rejected", async () => {
  const { run, open, partnerCenter } = createWorld(3)
  const { fetch } = createWebFilter(partnerCenter.fetch, /eligibility$/, 403, Number.POSITIVE_INFINITY)
  await expect(run({ client: { fetch } })).rejects.toThrow('No requests get through')
  const store = await open()
  expect(await store.progress()).toMatchObject({ open: { new: 3 }, ended: { rejected: 0, unknown: 0 } })
  await store.close()
})
