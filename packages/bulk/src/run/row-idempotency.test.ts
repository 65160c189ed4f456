import type { IdempotencyEntry, PendingCreate } from '@partner-upgrades/client'
import { guidOf } from '@partner-upgrades/store-proof'
import { describe, expect, test } from 'vitest'
import { service, setUpJournal } from '../../test/set-up-journal.ts'
import { StoreError } from '../errors.ts'
import type { Accepted, Sending } from '../store/journal-entry.ts'
import type { Work } from '../store/store.ts'
import { createRowIdempotency, type RowIdempotencyOptions, rowKey } from './row-idempotency.ts'

const customer = guidOf(0)
const subject = { baseUrl: service, customerId: customer, productFamily: 'Azure' }
const fresh: Work = { row: 3, customerId: customer, productFamily: 'Azure', stage: 'new', tries: 0 }
const [requestId, attempt] = [guidOf(1), guidOf(2)]
const { signal } = new AbortController()
const full = new Error('ENOSPC: no space left on device')

/** Opens the entry of a row, and keeps what is recorded. */
function setUp(work: Work = fresh, options: Partial<RowIdempotencyOptions<Work>> = {}) {
  const recorded: (Sending | Accepted)[] = []
  const noted: string[] = []
  const record = async (entry: Sending | Accepted) => recorded.push(entry) > 0
  const rows = new Map([[rowKey(work), { work, note: (id: string) => void noted.push(id) }]])
  const { open } = createRowIdempotency(rows, { record, ...options })
  return { recorded, noted, open: async (of = subject) => open(of, signal) }
}

/** The shared record of a customer, in memory. */
function shared(pending?: PendingCreate, flaws: Partial<IdempotencyEntry> = {}) {
  const saved: PendingCreate[] = []
  const done: string[] = []
  const entry: IdempotencyEntry = {
    ...(pending && { pending }),
    save: (next) => void saved.push(next),
    clear: () => void done.push('cleared'),
    close: () => void done.push('closed'),
    ...flaws,
  }
  return { saved, done, creates: { tryOpen: async () => entry } }
}

test('a worker that has lost its row sends nothing, and leaves the shared record of the customer alone', async () => {
  const { join } = setUpJournal(1)
  const store = await join()
  const [work] = (await (await join()).claim('start', 1)).work
  const { saved, creates } = shared()
  const { open } = setUp(work, { record: store.append, creates })
  const entry = await open()
  await expect(entry.save({ requestId, attempt, earlier: null })).rejects.toMatchObject({
    message: 'The create was not sent: another worker has taken over the row',
    unsent: true,
  })
  expect(saved).toEqual([])
})

test('a create for which there is no row is not sent', async () => {
  const { open } = setUp()
  await expect(open({ ...subject, customerId: guidOf(9) })).rejects.toMatchObject({
    name: 'NotSentError',
    message: 'The create was not sent: no row asked for this create',
    unsent: true,
  })
})

test('a row is found whatever the case of its customer ID and product family', async () => {
  const { open } = setUp({ ...fresh, customerId: customer.toUpperCase(), productFamily: 'azure' })
  await expect(open()).resolves.not.toHaveProperty('pending')
})

test('while another process holds the customer, nothing is sent, and the error names that process', async () => {
  const holder = { process: { host: 'here', pid: 4711, startedAt: 0 }, purpose: 'upgrades create', id: '', since: '' }
  const { open, noted } = setUp(fresh, { creates: { tryOpen: async () => ({ holder }) } })
  await expect(open()).rejects.toMatchObject({
    message: 'Process 4711 (upgrades create) is creating an upgrade for this customer',
    holder,
    unsent: true,
  })
  expect(noted).toEqual([])
})

describe('the create in doubt of a row', () => {
  test('comes from the shared record if there is one, and its calls are noted for the row', async () => {
    const pending = { requestId: guidOf(7), attempt: guidOf(8), earlier: null }
    const { open, noted } = setUp({ ...fresh, stage: 'sent', requestId, attempt }, shared(pending))
    expect((await open()).pending).toEqual(pending)
    expect(noted).toEqual([guidOf(7)])
  })

  test.for([
    ['an attempt', { attempt }, { attempt, accepted: false }],
    ['no attempt', {}, { accepted: false }],
    ['an empty attempt', { attempt: '' }, { accepted: false }],
    ['an accepted create', { attempt, accepted: true }, { attempt, accepted: true }],
  ] as const)('comes from the store otherwise: %s', async ([, recorded, expected]) => {
    const { open, noted } = setUp({ ...fresh, stage: 'sent', requestId, ...recorded }, shared())
    expect((await open()).pending).toStrictEqual({ requestId, ...expected })
    expect(noted).toEqual([requestId])
  })

  test('counts as accepted if the store says so, even if the shared record does not', async () => {
    const { open } = setUp({ ...fresh, stage: 'sent', requestId, accepted: true }, shared({ requestId, earlier: null }))
    expect((await open()).pending).toEqual({ requestId, earlier: null, accepted: true })
  })
})

test('a create is recorded in the store before the shared record, and an accepted one after it', async () => {
  const order: string[] = []
  const { creates } = shared(undefined, { save: ({ accepted }) => void order.push(`shared ${accepted}`) })
  const record = async (entry: Sending | Accepted) => order.push(entry.is) > 0
  const entry = await setUp(fresh, { record, creates }).open()
  await entry.save({ requestId, attempt, earlier: null })
  await entry.save({ requestId, attempt, accepted: true })
  await entry.save({ requestId, attempt, accepted: true, upgradeId: guidOf(5) })
  // The row's next entry names the upgrade.
  expect(order).toEqual(['sending', 'shared undefined', 'shared true', 'accepted', 'shared true'])
})

test('without shared records, the store holds everything there is to know', async () => {
  const { open, recorded } = setUp()
  const entry = await open()
  await entry.save({ requestId })
  await entry.save({ requestId, accepted: true })
  await entry.save({ requestId, accepted: false })
  await entry.clear()
  await entry.close()
  expect(recorded).toEqual([
    { is: 'sending', row: 3, requestId, correlationId: '' },
    { is: 'accepted', row: 3, requestId },
  ])
})

test('the shared record is cleared and released', async () => {
  const { creates, done } = shared()
  const entry = await setUp(fresh, { creates }).open()
  await entry.clear()
  await entry.close()
  expect(done).toEqual(['cleared', 'closed'])
})

test('a create is admitted when it is new, not when it is sent again or was accepted', async () => {
  const admitted: number[] = []
  const admit = ({ row }: Work): void => void admitted.push(row)
  const entry = await setUp({ ...fresh, stage: 'sent', requestId, attempt }, { admit }).open()
  await entry.save({ requestId, attempt: guidOf(4), earlier: null })
  await entry.save({ requestId, accepted: true })
  expect(admitted).toEqual([])
  await entry.save({ requestId: guidOf(6), attempt, earlier: null })
  await entry.save({ requestId: guidOf(6), attempt: guidOf(4), earlier: null })
  expect(admitted).toEqual([3])
})

test('a create that the store cannot record is not sent', async () => {
  const { saved, creates } = shared()
  const entry = await setUp(fresh, { creates, record: () => Promise.reject(full) }).open()
  await expect(entry.save({ requestId, attempt, earlier: null })).rejects.toMatchObject({
    message: 'The create was not sent: it could not be recorded',
    unsent: true,
    cause: full,
  })
  expect(saved).toEqual([])
})

describe('if the shared records cannot be', () => {
  const expected = {
    name: 'StoreError',
    message:
      'The request IDs of creates could not be recorded (ENOSPC: no space left on device). Nothing was sent that is not recorded. Fix this, then run the same command again: it resumes where it stopped.',
    cause: full,
  }
  const unsent = { message: 'The create was not sent: it could not be recorded', unsent: true, cause: full }
  const fail = (): Promise<never> => Promise.reject(full)

  test('read, nothing is sent, and the run is told why', async () => {
    const told: unknown[] = []
    const onUnrecordable = (error: unknown): void => void told.push(error)
    await expect(setUp(fresh, { creates: { tryOpen: fail }, onUnrecordable }).open()).rejects.toMatchObject(unsent)
    expect(told).toEqual([expect.objectContaining(expected)])
    expect(told[0]).toBeInstanceOf(StoreError)
  })

  test('written, nothing is sent, and the run is told why', async () => {
    const told: unknown[] = []
    const { creates } = shared(undefined, { save: fail })
    const entry = await setUp(fresh, { creates, onUnrecordable: (error) => void told.push(error) }).open()
    await expect(entry.save({ requestId, attempt, earlier: null })).rejects.toMatchObject(unsent)
    expect(told).toEqual([expect.objectContaining(expected)])
  })

  test('read, nothing is sent even if the run is not told', async () => {
    await expect(setUp(fresh, { creates: { tryOpen: fail } }).open()).rejects.toMatchObject(unsent)
  })
})
