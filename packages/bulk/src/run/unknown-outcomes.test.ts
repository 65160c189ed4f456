import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createIdempotencyFiles, currentProcess } from '@partner-upgrades/client/node'
import { faults } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, onTestFinished, test } from 'vitest'
import { createWorld } from '../../test/in-memory.ts'
import { createLaggingService, type Lags } from '../../test/lagging-service.ts'

// Rows 5 to 9 are customers whose upgrades complete.
const rows = [5, 6, 7, 8, 9]

function setUp(lags: Lags) {
  const world = createWorld(10)
  const service = createLaggingService(world.clock, lags)
  const run: typeof world.run = (options = {}) =>
    world.run({ ...options, client: { fetch: service.fetch, ...options.client } })
  return { ...world, service, run }
}

const outcomes = (results: readonly { readonly outcome: string }[]): readonly (string | undefined)[] =>
  rows.map((row) => results[row]?.outcome)

const upgradesOf = ({ upgrades }: { readonly upgrades: ReadonlyMap<string, readonly string[]> }): readonly number[] =>
  rows.map((row) => upgrades.get(guidOf(row))?.length ?? 0)

const page = (status = 403) =>
  new Response('<html>Blocked</html>', { status, headers: { 'Content-Type': 'text/html' } })

test.for<[name: string, lags: Lags]>([
  ['carried out 100 seconds after a 504', { commit: 100_000, answerCreate: () => new Response(null, { status: 504 }) }],
  ['visible 100 seconds after a cut connection', { sight: 100_000, answerCreate: () => new TypeError('terminated') }],
  [
    'carried out late and visible late',
    { commit: 50_000, sight: 50_000, answerCreate: () => new TypeError('terminated') },
  ],
  ["answered by a firewall's page", { sight: 60_000, answerCreate: () => page() }],
  ...[407, 501, 505, 511].map((status): [string, Lags] => [
    `answered by a page with ${status}`,
    { sight: 60_000, answerCreate: () => page(status) },
  ]),
  [
    'answered 501 by Partner Center',
    { sight: 60_000, answerCreate: () => Response.json({ code: '2000', description: 'No.' }, { status: 501 }) },
  ],
  ['accepted without a Location', { sight: 100_000, answerCreate: () => new Response(null, { status: 202 }) }],
])('a create that is %s makes one upgrade', async ([, lags]) => {
  const { run, service } = setUp(lags)
  const { results } = await run()
  expect(outcomes(results)).toEqual(rows.map(() => 'completed'))
  expect(upgradesOf(service)).toEqual(rows.map(() => 1))
})

test('a create that had no effect is sent again after the settling time, and ends well', async () => {
  const { run, service } = setUp({
    takesEffect: (number) => number > 1,
    answerCreate: (number) => (number === 1 ? new Response(null, { status: 503 }) : undefined),
  })
  const { results } = await run()
  expect(outcomes(results)).toEqual(rows.map(() => 'completed'))
  expect(upgradesOf(service)).toEqual(rows.map(() => 1))
  for (const row of rows) {
    const [first, second] = results[row]?.attempts.filter(({ effect }) => effect) ?? []
    expect(second?.requestId).toBe(first?.requestId)
    expect(Date.parse(second?.startedAt ?? '') - Date.parse(first?.startedAt ?? '')).toBeGreaterThanOrEqual(120_000)
  }
})

test('after a stopped run, the next one waits the full settling time for creates in doubt', async () => {
  const { run, service, clock } = setUp({ commit: 100_000, answerCreate: () => new TypeError('terminated') })
  const controller = new AbortController()
  const stopping = clock.sleep(5_000).then(() => controller.abort())
  await run({ signal: controller.signal })
  await stopping
  const { results } = await run()
  expect(outcomes(results)).toEqual(rows.map(() => 'completed'))
  expect(upgradesOf(service)).toEqual(rows.map(() => 1))
})

test('an accepted create is never sent again, not even by a later run', async () => {
  const { run, service } = setUp({ sight: 3_600_000, answerCreate: () => new Response(null, { status: 202 }) })
  const first = await run()
  expect(outcomes(first.results)).toEqual(rows.map(() => 'unknown'))
  const second = await run({ onlyFailed: true })
  expect(outcomes(second.results)).toEqual(rows.map(() => 'unknown'))
  expect(upgradesOf(service)).toEqual(rows.map(() => 1))
})

test.for([400, 403, 404, 405, 409, 410, 413, 415, 422])(
  'a row whose second create is rejected with %i ends as unknown, not as rejected',
  async (status) => {
    const { run, service, clock } = setUp({
      commit: 3_600_000,
      answerCreate: (number) =>
        number === 1
          ? new Response(null, { status: 504 })
          : Response.json({ code: '2000', description: 'No.' }, { status }),
      takesEffect: (number) => number === 1,
    })
    const { results } = await run()
    expect(outcomes(results)).toEqual(rows.map(() => 'unknown'))
    await clock.sleep(3_600_000)
    const again = await run({ onlyFailed: true })
    expect(outcomes(again.results)).toEqual(rows.map(() => 'completed'))
    expect(upgradesOf(service)).toEqual(rows.map(() => 1))
  },
)

test('two lists with the same customers, run at once on one machine, create one upgrade per customer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'creates-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const first = createWorld(10)
  const service = createLaggingService(first.clock, { sight: 60_000 })
  const second = createWorld(10, {}, first.clock)
  const lists = [first, second].map((world) =>
    world.run({
      creates: createIdempotencyFiles({ folder }),
      client: { fetch: service.fetch },
    }),
  )
  for (const { results } of await Promise.all(lists)) expect(outcomes(results)).toEqual(rows.map(() => 'completed'))
  expect(upgradesOf(service)).toEqual(rows.map(() => 1))
})

test('a row waits while another process is creating for its customer', async () => {
  const { run, service, clock } = setUp({})
  const holder = { id: guidOf(1), process: currentProcess(), purpose: 'another list', since: '2026-01-01T00:00:00Z' }
  const busyUntil = clock.now() + 60_000
  const entry = { save: () => {}, clear: () => {}, close: () => {} }
  const tryOpen = async () => (clock.now() < busyUntil ? { holder } : entry)
  const creates = { tryOpen, open: async () => entry, read: async () => undefined }
  const outages: boolean[] = []
  const { results } = await run({ creates, onProgress: ({ outage }) => void outages.push(outage) })
  expect(outages).not.toContain(true)
  expect(outcomes(results)).toEqual(rows.map(() => 'completed'))
  expect(upgradesOf(service)).toEqual(rows.map(() => 1))
  const sent = results[5]?.attempts.find(({ effect }) => effect)
  expect(Date.parse(sent?.startedAt ?? '')).toBeGreaterThanOrEqual(busyUntil)
})

test('an upgrade that is known only from the shared record is followed before it becomes visible, and no other is created', async () => {
  const { run, open, service, clock } = setUp({ sight: 600_000 })
  // A run is killed after it recorded the upgrade for all processes and before it did so in its journal.
  const [row = 0] = rows
  const [customerId, requestId] = [guidOf(row), guidOf(77)]
  const store = await open()
  await store.claim('start', 10)
  await store.append({ is: 'sending', row, requestId, correlationId: guidOf(78) })
  await store.close()
  const body = JSON.stringify({ customerId, productFamily: 'Azure' })
  const init = { method: 'POST', headers: { 'MS-RequestId': requestId }, body }
  const answer = await service.fetch('https://api.partnercenter.microsoft.com/v1/productupgrades', init)
  const upgradeId = answer.headers.get('Location')?.split('/').at(-1)
  const entry = { save: () => {}, clear: () => {}, close: () => {} }
  const recorded = { ...entry, pending: { requestId, accepted: true, ...(upgradeId && { upgradeId }) } }
  const entryOf = (subject: { readonly customerId: string }) => (subject.customerId === customerId ? recorded : entry)
  const creates = {
    tryOpen: async (subject: { readonly customerId: string }) => entryOf(subject),
    open: async (subject: { readonly customerId: string }) => entryOf(subject),
    read: async () => undefined,
  }
  const begin = clock.now()
  const { results } = await run({ creates })
  expect(results[row]).toMatchObject({ outcome: 'completed', requestId, upgradeId })
  expect(Date.parse(results[row]?.createdAt ?? '') - begin).toBeLessThan(300_000)
  expect(upgradesOf(service)).toEqual(rows.map(() => 1))
})

test('if the request ID of a create cannot be recorded, nothing is sent and the run stops', async () => {
  for (const broken of ['tryOpen', 'save'] as const) {
    const { run, service } = setUp({})
    const full = async () => Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }))
    const entry = { save: full, clear: () => {}, close: () => {} }
    const creates = {
      tryOpen: broken === 'tryOpen' ? full : async () => entry,
      open: async () => entry,
      read: async () => undefined,
    }
    await expect(run({ creates })).rejects.toMatchObject({ name: 'StoreError' })
    expect(service.creates).toBe(0)
  }
})

test('continuous 429 responses end the run', async () => {
  const { run, partnerCenter, clock } = createWorld(3)
  const begin = clock.now()
  partnerCenter.inject(faults.throttled({ retryAfter: 57 }), { every: 1 })
  await expect(run()).rejects.toMatchObject({ name: 'StoppedError', cause: { status: 429 } })
  expect(clock.now() - begin).toBeGreaterThan(3_600_000)
  expect(clock.now() - begin).toBeLessThan(3 * 3_600_000)
})

test.for(['31536000', '9'.repeat(400), 'Fri, 01 Jan 2100 00:00:00 GMT'])(
  'a Retry-After of %s delays a run by an hour only',
  async (retryAfter) => {
    const { run, partnerCenter, clock } = createWorld(1)
    const begin = clock.now()
    let first = true
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      if (!first) return partnerCenter.fetch(url, init)
      first = false
      return Response.json(
        { statusCode: 429, message: 'Busy.' },
        { status: 429, headers: { 'Retry-After': retryAfter } },
      )
    }
    const { results } = await run({ client: { fetch } })
    expect(results[0]?.outcome).toBe('completed')
    expect(clock.now() - begin).toBeGreaterThanOrEqual(3_600_000)
    expect(clock.now() - begin).toBeLessThan(2 * 3_600_000)
  },
)

test('a Retry-After with a fraction of a second is observed in full, as in the client', async () => {
  const { run, partnerCenter, clock } = createWorld(1)
  const sent: number[] = []
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    sent.push(clock.now())
    if (sent.length > 1) return partnerCenter.fetch(url, init)
    return Response.json({ statusCode: 429 }, { status: 429, headers: { 'Retry-After': '1800.5' } })
  }
  await run({ client: { fetch } })
  const [first = 0, second = 0] = sent
  expect(second - first).toBeGreaterThanOrEqual(1_800_500)
  expect(second - first).toBeLessThan(1_900_000)
})

const odd = [42, 0, true, {}, [], ['text'], { deep: [[[]]] }, 'x'.repeat(100_000), '\u0000\u001b[2J', '\ud800', null]
const spellings = [
  `{${guidOf(1)}}`,
  guidOf(1).replaceAll('-', ''),
  ` ${guidOf(1)}`,
  '00000000-0000-0000-0000-000000000000',
]

test.for<[field: string, values: readonly unknown[]]>([
  ['reason', odd],
  ['upgradeId', [...odd, ...spellings]],
  ['isEligible', odd],
  ['productFamily', odd],
])('an eligibility with an odd %s affects at most its own row', async ([field, values]) => {
  const world = createWorld(48)
  const service = createLaggingService(world.clock, {})
  const good = Array.from({ length: 48 }, (_, row) => row).filter((row) => row % 16 > 3)
  const bad = new Map(values.map((value, index) => [guidOf(good[2 * index] ?? 0), value]))
  const { results } = await world.run({
    client: {
      async fetch(url, init) {
        const { customerId } = JSON.parse(String(init.body))
        if (!bad.has(customerId) || !url.endsWith('/eligibility')) return service.fetch(url, init)
        const answer = { customerId, productFamily: 'Azure', isEligible: false, reason: 'No.' }
        return Response.json({ ...answer, [field]: bad.get(customerId) })
      },
    },
  })
  for (const row of good) {
    const { outcome, customerId } = results[row] ?? {}
    if (bad.has(customerId ?? '')) expect(['unknown', 'ineligible', 'completed']).toContain(outcome)
    else expect(outcome).toBe('completed')
  }
})
