import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@partner-upgrades/client'
import { createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPglite } from '../test/pglite.ts'
import { createFleet } from './create-fleet.ts'
import type { Database } from './database/database.ts'
import { DatabaseError } from './errors.ts'
import type { Fleet } from './fleet.ts'
import { createQueue } from './queue/queue.ts'
import type { WorkOptions } from './work/work-options.ts'

const folder = mkdtempSync(join(tmpdir(), 'fleet-'))
const files = {
  csv: join(folder, 'results.csv'),
  jsonLines: join(folder, 'results.jsonl'),
  report: join(folder, 'report.html'),
  audit: join(folder, 'audit.jsonl'),
}
let fleet: Fleet
let database: Database
beforeAll(async () => {
  database = await openPglite()
  fleet = createFleet(database, 'pglite')
  await fleet.init()
})
afterAll(async () => {
  await fleet.close()
  rmSync(folder, { recursive: true })
})

let numbers = 0
const nextCustomer = (): string => `00000000-0000-4000-8000-${String(++numbers).padStart(12, '0')}`

function write(name: string, customers: readonly string[]): string {
  writeFileSync(join(folder, name), `customerId\n${customers.map((id) => `${id}\n`).join('')}`)
  return join(folder, name)
}

/** A new partner, a service for it, and a worker that stops when no row is open. */
async function setUp(partner: string) {
  const partnerCenter = createPartnerCenterMock({
    durations: { pending: 1, inProgress: 1 },
    clock: systemClock,
    deduplicate: false,
  })
  await fleet.setPartner({ name: partner, ceiling: 600_000 })
  const client = {
    credential: 'a-token-that-nobody-prints',
    fetch: partnerCenter.fetch,
    minPollDelay: 10,
    maxPollDelay: 10,
  }
  const creates = (): readonly (string | undefined)[] =>
    partnerCenter.requests
      .filter(({ operation }) => operation === 'createProductUpgrade')
      .map(({ customerId }) => customerId)
  return {
    partnerCenter,
    client,
    creates,
    work: (options: Partial<WorkOptions> = {}) =>
      fleet.work({ client: () => client, partners: [partner], untilDone: true, ...options }),
  }
}

async function statusOf(list: string) {
  return (await fleet.status()).lists.find(({ name }) => name === list)
}

test('a list is worked on to the end, and its results are written as by bulk, without a token', async () => {
  const { work, creates } = await setUp('contoso')
  const customers = [nextCustomer(), nextCustomer(), nextCustomer()]
  expect(await fleet.add(write('whole.csv', customers), { partner: 'contoso' })).toMatchObject({ rows: 3 })
  expect(await statusOf('whole.csv')).toMatchObject({ partner: 'contoso', state: 'running', open: { new: 3 } })
  expect(await work()).toEqual({ steps: 6, ended: 3 })
  expect(await fleet.writeResults('whole.csv', files)).toMatchObject({ open: { new: 0 }, ended: { completed: 3 } })
  expect([...creates()].sort()).toEqual(customers)
  const results = readFileSync(files.jsonLines, 'utf8').trim().split('\n')
  expect(results.map((line) => JSON.parse(line)).map(({ customerId, outcome }) => [customerId, outcome])).toEqual(
    customers.map((id) => [id, 'completed']),
  )
  const audit = readFileSync(files.audit, 'utf8')
  expect(audit).toContain('"record":"end"')
  expect(audit).not.toContain('a-token-that-nobody-prints')
})

test('adding a list twice, under a taken name or for another partner is refused in one line each', async () => {
  const [path, other] = [write('twice.csv', [nextCustomer()]), write('other.csv', [nextCustomer()])]
  await fleet.add(path, { partner: 'fabrikam' })
  const add = (file: string, partner: string, name?: string): Promise<unknown> =>
    fleet.add(file, { partner, ...(name && { name }) })
  await expect(add(path, 'fabrikam')).rejects.toThrow(/^The list exists already, as "twice.csv"\./)
  await expect(add(path, 'northwind')).rejects.toThrow(/^The partner fabrikam already has a list with these customers/)
  await expect(add(other, 'fabrikam', 'twice.csv')).rejects.toThrow(/^Another list is called "twice.csv"\./)
  await expect(add(other, 'no partner!')).rejects.toThrow(/cannot be the name of a partner/)
  await expect(fleet.add(other, { partner: 'fabrikam', service: 'https://elsewhere.example' })).rejects.toThrow(
    /belongs to https:\/\/api.partnercenter.microsoft.com/,
  )
  await expect(fleet.pause('nowhere.csv')).rejects.toThrow('There is no list "nowhere.csv"')
  expect(await statusOf('other.csv')).toBeUndefined()
})

test('a paused list is left alone until it is resumed', async () => {
  const { work, creates } = await setUp('paused')
  await fleet.add(write('paused.csv', [nextCustomer(), nextCustomer()]), { partner: 'paused' })
  expect(await fleet.pause('paused.csv')).toMatchObject({ state: 'paused' })
  expect([await work(), creates()]).toEqual([{ steps: 0, ended: 0 }, []])
  expect(await fleet.resume('paused.csv')).toMatchObject({ state: 'running' })
  expect(await work()).toEqual({ steps: 4, ended: 2 })
})

test('a cancelled list creates nothing new, and its upgrades are followed to the end', async () => {
  const { work, creates } = await setUp('cancelled')
  await fleet.add(write('cancelled.csv', [nextCustomer(), nextCustomer()]), { partner: 'cancelled' })
  const stopping = new AbortController()
  let cancelled: Promise<unknown> | undefined
  await work({
    parallel: 1,
    signal: stopping.signal,
    onEvent(event) {
      if (event.is !== 'row' || event.result !== 'created') return
      stopping.abort()
      cancelled ??= fleet.cancel('cancelled.csv')
    },
  })
  await cancelled
  await work()
  expect(creates()).toHaveLength(1)
  expect(await statusOf('cancelled.csv')).toMatchObject({
    state: 'cancelled',
    open: { new: 1 },
    ended: { completed: 1 },
  })
})

test('one customer in two lists gets one upgrade', async () => {
  const { work, creates } = await setUp('shared')
  const customers = Array.from({ length: 8 }, nextCustomer)
  await fleet.add(write('first.csv', customers), { partner: 'shared' })
  await fleet.add(write('second.csv', [...customers].reverse()), { partner: 'shared' })
  await work()
  expect([...creates()].sort()).toEqual(customers)
  for (const list of ['first.csv', 'second.csv'])
    expect(await statusOf(list)).toMatchObject({ ended: { completed: 8 } })
})

test('running upgrades are polled to the end while other customers wait for their create', async () => {
  const { work, client } = await setUp('seen')
  await fleet.add(write('seen.csv', Array.from({ length: 8 }, nextCustomer)), { partner: 'seen' })
  const results: string[] = []
  await work({
    parallel: 1,
    // A poll is due before the next customer's step is done, even on the fastest machine.
    client: () => ({ ...client, minPollDelay: 1, maxPollDelay: 1 }),
    onEvent: (event) => void (event.is === 'row' && results.push(event.result)),
  })
  expect(results.indexOf('completed')).toBeLessThan(results.lastIndexOf('created'))
})

test('a dry run creates nothing, and can be followed by a real run of the same list', async () => {
  const { work, creates } = await setUp('dry')
  const path = write('dry.csv', [nextCustomer(), nextCustomer()])
  expect(await fleet.add(path, { partner: 'dry', dryRun: true })).toMatchObject({ name: 'dry-run:dry.csv' })
  await work()
  expect(await statusOf('dry-run:dry.csv')).toMatchObject({ dryRun: true, ended: { eligible: 2 } })
  expect(creates()).toEqual([])
  await fleet.add(path, { partner: 'dry' })
  await work()
  expect(creates()).toHaveLength(2)
})

test('a retry reopens rows that ended without success and may succeed now', async () => {
  const { work, partnerCenter } = await setUp('retried')
  await fleet.add(write('retried.csv', [nextCustomer(), nextCustomer()]), { partner: 'retried' })
  const injection = partnerCenter.inject(faults.fault('900130'), { operation: 'createProductUpgrade', every: 1 })
  await work()
  expect(await statusOf('retried.csv')).toMatchObject({ ended: { rejected: 2 }, again: 2 })
  injection.remove()
  expect(await fleet.retry('retried.csv')).toEqual({ deadLetters: 0, rows: 2 })
  await work()
  expect(await statusOf('retried.csv')).toMatchObject({ ended: { rejected: 0, completed: 2 }, again: 0 })
})

test('finished lists are deleted by age, with their results; others stay', async () => {
  const { work } = await setUp('pruned')
  await fleet.add(write('old.csv', [nextCustomer()]), { partner: 'pruned' })
  await work()
  await fleet.add(write('open.csv', [nextCustomer()]), { partner: 'pruned' })
  expect(await fleet.prune(3_600_000)).toEqual([])
  expect(await fleet.prune(0)).toContain('old.csv')
  expect([await statusOf('old.csv'), (await statusOf('open.csv'))?.open.new]).toEqual([undefined, 1])
})

test('a partner whose client cannot be created is held, and work for the others continues', async () => {
  const { work } = await setUp('sound')
  await fleet.setPartner({ name: 'broken' })
  await fleet.add(write('sound.csv', [nextCustomer()]), { partner: 'sound' })
  const held: string[] = []
  await work({
    partners: ['broken', 'sound'],
    client: ({ name }) => {
      if (name === 'broken') throw new Error('There is no profile "broken"')
      const partnerCenter = createPartnerCenterMock({ durations: { pending: 1, inProgress: 1 }, clock: systemClock })
      return { credential: 'token', fetch: partnerCenter.fetch, minPollDelay: 10, maxPollDelay: 10 }
    },
    onEvent: (event) => {
      if (event.is === 'held') held.push(`${event.partner}: ${event.reason}`)
    },
  })
  expect(held).toEqual(['broken: There is no profile "broken"'])
  expect(await statusOf('sound.csv')).toMatchObject({ ended: { completed: 1 } })
})

test('a stopped worker hands its rows back and disappears from the status', async () => {
  const { work, partnerCenter } = await setUp('stopped')
  await fleet.add(write('stopped.csv', [nextCustomer(), nextCustomer()]), { partner: 'stopped' })
  partnerCenter.inject(faults.stalled(), { operation: 'checkProductUpgradeEligibility' })
  const stopping = new AbortController()
  const stopped = work({ signal: stopping.signal, parallel: 1 })
  while (partnerCenter.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
  stopping.abort()
  await stopped
  expect((await fleet.status()).workers).toEqual([])
  await work()
  expect(await statusOf('stopped.csv')).toMatchObject({ ended: { completed: 2 } })
})

test('a row that twenty workers died on becomes a dead letter until a retry', async () => {
  const { work, creates } = await setUp('deadly')
  await fleet.add(write('deadly.csv', [nextCustomer(), nextCustomer()]), { partner: 'deadly' })
  const queue = createQueue(database, { lease: 10_000, onError: () => {}, backend: 'pglite' })
  await queue.start()
  const [partner] = await database.query<{ id: number }>(`SELECT id FROM fleet.partners WHERE name = 'deadly'`)
  expect(await queue.take(partner?.id ?? 0, 'start', 5)).toHaveLength(2)
  // The 19th worker on one row and the 20th on the other have fallen silent: their retries are one fewer.
  await database.raw(
    `UPDATE ${database.schema}_queue.job SET heartbeat_on = now() - interval '1 hour', retry_count = 18 + (data->>'row')::int
      WHERE state = 'active'`,
  )
  const deadLetters = async (): Promise<number | undefined> =>
    (await fleet.status()).partners.find(({ name }) => name === 'deadly')?.deadLetters
  await queue.supervise()
  await queue.stop()
  expect([await deadLetters(), creates()]).toEqual([1, []])
  expect(await fleet.retry('deadly.csv')).toEqual({ deadLetters: 1, rows: 0 })
  expect(await deadLetters()).toBe(0)
  await work()
  expect(await statusOf('deadly.csv')).toMatchObject({ ended: { completed: 2 } })
})

test('a retry puts back all dead letters, however many', async () => {
  const many = 5
  const [partner, list] = [1_000_001, 1_000_001]
  const queue = createQueue(database, { lease: 10_000, onError: () => {}, backend: 'pglite', redriveBatch: 2 })
  await queue.start()
  await queue.createQueues(partner)
  await queue.put(
    partner,
    Array.from({ length: many }, (_, row) => ({ list, row, kind: 'start', delay: 0 })),
  )
  expect(await queue.take(partner, 'start', many)).toHaveLength(many)
  await database.raw(
    `UPDATE ${database.schema}_queue.job SET heartbeat_on = now() - interval '1 hour', retry_count = retry_limit
      WHERE state = 'active' AND name LIKE 'partner-${partner}.%'`,
  )
  await queue.supervise()
  expect(await queue.countDead(partner)).toBe(many)
  expect(await queue.redrive(partner, list)).toBe(many)
  expect(await queue.countDead(partner)).toBe(0)
  await queue.stop()
})

test.for<[what: string, table: string, column: string]>([
  ['the entries', 'entries', 'entry'],
  ['the records of creates', 'creates', 'pending'],
])('a missing column in %s is a defect: the worker stops and sends no create', async ([, table, column]) => {
  const broken = await openPglite()
  const own = createFleet(broken, 'pglite')
  await own.init()
  await own.setPartner({ name: 'contoso', ceiling: 600_000 })
  await own.add(write(`defect-${table}.csv`, [nextCustomer()]), { partner: 'contoso' })
  await broken.query(`ALTER TABLE fleet.${table} RENAME COLUMN ${column} TO gone`)
  const { fetch, requests } = createPartnerCenterMock({ clock: systemClock, deduplicate: false })
  const work = own.work({ client: () => ({ credential: 'a-token', fetch }) })
  await expect(work).rejects.toMatchObject({ code: '42703', message: expect.stringContaining(column) })
  expect(requests.map(({ operation }) => operation)).not.toContain('createProductUpgrade')
  await own.close()
})

test('a worker that is stopped while it waits for the database at its start ends', async () => {
  const stopping = new AbortController()
  const lost = new DatabaseError('unreachable', 'No PostgreSQL answers.')
  const away: Database = {
    ...database,
    query: () => Promise.reject(lost),
    raw: () => Promise.reject(lost),
    close: async () => {},
  }
  const worker = createFleet(away, 'pglite')
  const onEvent = (): void => stopping.abort()
  const work = worker.work({ client: () => ({ credential: 'a-token' }), signal: stopping.signal, onEvent })
  expect(await work).toEqual({ steps: 0, ended: 0 })
  await worker.close()
})

test('a Retry-After longer than a client waits holds the tenant in the database', async () => {
  const { work, partnerCenter } = await setUp('quiet')
  await fleet.add(write('quiet.csv', [nextCustomer()]), { partner: 'quiet' })
  partnerCenter.inject(faults.throttled({ retryAfter: 600 }), { every: 1 })
  const stopping = new AbortController()
  const onEvent = (): void => stopping.abort()
  await work({ signal: stopping.signal, onEvent })
  const partner = (await fleet.status()).partners.find(({ name }) => name === 'quiet')
  const left = Date.parse(partner?.quietUntil ?? '') - Date.now()
  expect([partner?.throttled, left > 500_000]).toEqual([1, true])
})

test('a worker starts although some of its first statements lose the connection', async () => {
  const failing = [1, 3, 9, 14]
  let statements = 0
  async function answer<Result>(ask: () => Promise<Result>): Promise<Result> {
    if (failing.includes(++statements)) throw new DatabaseError('lost', 'The connection was lost.')
    return ask()
  }
  const shaky: Database = {
    ...database,
    query: (text, values) => answer(() => database.query(text, values)),
    raw: (text, values) => answer(() => database.raw(text, values)),
    close: async () => {},
  }
  const { partnerCenter } = await setUp('shaky')
  await fleet.add(write('shaky.csv', [nextCustomer()]), { partner: 'shaky' })
  const worker = createFleet(shaky, 'pglite')
  const told: string[] = []
  await worker.work({
    client: () => ({ credential: 'a-token', fetch: partnerCenter.fetch, minPollDelay: 10, maxPollDelay: 10 }),
    partners: ['shaky'],
    untilDone: true,
    onEvent: (event) => void (event.is === 'disconnected' && told.push(event.reason)),
  })
  await worker.close()
  expect(statements).toBeGreaterThan(14)
  expect(told).toContain('The connection was lost.')
  expect(await statusOf('shaky.csv')).toMatchObject({ ended: { completed: 1 } })
})
