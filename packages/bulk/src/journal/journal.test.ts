import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { ended, pass, path, rowsOf, sending, setUpJournal } from '../../test/set-up-journal.ts'
import type { JournalOptions } from './journal-file.ts'
import type { SharedFile } from './shared-file.ts'

test('each row is claimed by one worker', async () => {
  const { join } = setUpJournal()
  const [one, two] = await Promise.all([join(), join()])
  const claims = await Promise.all([rowsOf(one, 3), rowsOf(two, 3), rowsOf(one, 3), rowsOf(two, 3)])
  expect(claims.flat().sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('the claims of a silent worker are free when its lease expires, and not before', async () => {
  const { join, clock } = setUpJournal(2)
  const [silent, other] = [await join(), await join()]
  expect(await rowsOf(silent, 9)).toEqual([0, 1])
  await pass(clock, 30, other)
  const { work, wait } = await other.claim('start', 9)
  expect(work).toEqual([])
  expect(wait).toBe(1)
  clock.advance(1)
  expect(await rowsOf(other, 9)).toEqual([0, 1])
})

test('a worker that renews its lease keeps its claims', async () => {
  const { join, clock } = setUpJournal(2)
  const [slow, other] = [await join(), await join()]
  await rowsOf(slow, 9)
  for (let seconds = 0; seconds < 120; seconds += 20) {
    clock.advance('20s')
    await slow.renew()
    expect(await rowsOf(other, 9)).toEqual([])
  }
})

test("a worker's claims are free when it closes", async () => {
  const { join } = setUpJournal(2)
  const [one, two] = [await join(), await join()]
  await rowsOf(one, 9)
  await one.close()
  expect(await rowsOf(two, 9)).toEqual([0, 1])
})

test('a worker that slept longer than its lease may not send for a row that another worker has claimed', async () => {
  const { join, clock } = setUpJournal(1)
  const [sleeper, other] = [await join(), await join()]
  await rowsOf(sleeper, 1)
  await pass(clock, 60, other)
  await rowsOf(other, 1)
  expect(await sleeper.append(sending(0))).toBe(false)
  expect(await other.append(sending(0))).toBe(true)
  expect(await sleeper.append(ended(0))).toBe(false)
  expect(await sleeper.progress()).toMatchObject({ open: { sent: 1 }, workers: 2 })
})

test('a worker that slept, and whose rows nobody claimed, continues', async () => {
  const { join, clock } = setUpJournal(1)
  const store = await join()
  await rowsOf(store, 1)
  clock.advance('1m')
  expect((await store.progress()).workers).toBe(1)
  expect(await rowsOf(store, 1)).toEqual([])
  expect(await store.append(sending(0))).toBe(true)
})

test('a row is not claimed before it is due, and the earliest due comes first', async () => {
  const { join, clock } = setUpJournal(3)
  const store = await join()
  await rowsOf(store, 3)
  for (const [row, seconds] of [
    [0, 30],
    [1, 10],
    [2, 20],
  ] as const) {
    const dueIn = seconds * 1_000
    await store.append({ is: 'created', row, upgradeId: guidOf(row), adopted: false, dueIn, calls: [] })
  }
  expect((await store.claim('follow', 3)).wait).toBe(10_000)
  clock.advance('25s')
  expect(await rowsOf(store, 3, 'follow')).toEqual([1, 2])
  expect(await rowsOf(store, 3)).toEqual([])
})

test('reopening a journal restores each row', async () => {
  const { join } = setUpJournal(4)
  const first = await join()
  await rowsOf(first, 4)
  await first.append(sending(1))
  await first.append({ is: 'created', row: 2, upgradeId: guidOf(7), adopted: false, dueIn: 0, calls: [] })
  await first.append(ended(3))
  await first.close()
  const second = await join()
  expect(await second.progress()).toMatchObject({ open: { new: 1, sent: 1, created: 1 }, ended: { completed: 1 } })
  const { work } = await second.claim('start', 9)
  expect(work).toMatchObject([
    { row: 0, stage: 'new', customerId: guidOf(0) },
    { row: 1, stage: 'sent', requestId: guidOf(1) },
  ])
  const looks = await second.claim('follow', 9)
  expect(looks.work).toMatchObject([{ row: 2, stage: 'created', upgradeId: guidOf(7), age: 0 }])
})

test('a new round begins once, however many workers request it', async () => {
  const { join } = setUpJournal(1)
  const [one, two] = [await join(), await join()]
  await rowsOf(one, 1)
  await one.append({ ...ended(0), outcome: 'rejected', again: true })
  const begun = await Promise.all([one, two].map((store) => store.append({ is: 'again', round: 1 })))
  expect(begun.filter(Boolean)).toHaveLength(1)
  expect(await one.progress()).toMatchObject({ round: 1, open: { new: 1 }, ended: { rejected: 0 } })
})

test.for([
  [{ customers: createCustomers(10, 'a'.repeat(64)) }, /of another list of customers.*aaaaaaaaaaaa/],
  [
    { service: 'http://127.0.0.1:4010' },
    /of another service: https:\/\/api.partnercenter.microsoft.com, not http:\/\/127.0.0.1:4010/,
  ],
  [{ dryRun: true }, /of a real run, but this is a dry one/],
] as const)('a journal of another list, service or mode is rejected and left alone: %o', async ([options, message]) => {
  const { join, machine } = setUpJournal()
  await (await join()).close()
  const before = machine.text(path)
  await expect(join(options)).rejects.toThrow(message)
  expect(machine.text(path)).toBe(before)
})

test('a full disk fails the current write and every later one', async () => {
  const { join, joinAs, machine } = setUpJournal(3)
  const process = machine.start(Number.POSITIVE_INFINITY)
  const { open } = process
  let room = 900
  const full = async (name: string): Promise<SharedFile> => {
    const file = await open(name)
    return {
      ...file,
      async append(bytes) {
        const part = Math.min(room, bytes.length)
        await file.append(bytes.subarray(0, part))
        room -= part
        if (part < bytes.length)
          throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
      },
    }
  }
  const store = await joinAs(process, { open: full })
  await rowsOf(store, 3)
  await expect(store.append(sending(0))).resolves.toBe(true)
  const failed = store.append(sending(1))
  await expect(failed).rejects.toMatchObject({ name: 'StoreError' })
  await expect(failed).rejects.toThrow(/ENOSPC.*The disk is full: free some space, then run the same command again/)
  room = 10_000
  await expect(store.append(sending(2))).rejects.toMatchObject({ name: 'StoreError' })
  await store.close()
  const next = await join()
  expect((await next.progress()).open).toEqual({ new: 2, sent: 1, created: 0 })
})

test('a history lists everything written about a row, by any worker', async () => {
  const { join, clock } = setUpJournal(2)
  const [one, two] = [await join(), await join()]
  await rowsOf(one, 1)
  await one.append(sending(0))
  await pass(clock, 60, two)
  await rowsOf(two, 2)
  await two.append({
    ...ended(0),
    calls: [{ call: 'ensure', requestId: guidOf(0), attempts: [], startedAt: '', duration: 1, outcome: 'success' }],
  })
  await one.append(ended(0))
  const histories: unknown[] = []
  for await (const history of two.histories()) histories.push(history)
  expect(histories).toMatchObject([
    {
      row: 0,
      entries: [
        { is: 'sending', counts: true },
        { is: 'ended', counts: true, calls: [{ call: 'ensure' }] },
        { is: 'ended', counts: false },
      ],
    },
    { row: 1, entries: [] },
  ])
})

/** Opens files whose reads, syncs and closing are listed. */
function listing({ machine }: ReturnType<typeof setUpJournal>) {
  const calls: string[] = []
  const { open, processes } = machine.start(Number.POSITIVE_INFINITY)
  const listed = <T>(call: string, work: () => T): T => {
    calls.push(call)
    return work()
  }
  const openListed = async (name: string): Promise<SharedFile> => {
    const file = await open(name)
    return {
      ...file,
      read: (bytes, position) => listed('read', () => file.read(bytes, position)),
      sync: () => listed('sync', file.sync),
      close: () => listed('close', file.close),
    }
  }
  const options: Partial<JournalOptions> = { open: openListed, processes }
  return { calls, options }
}

test('the histories that are read are on disk, so that no result is written that a power cut could contradict', async () => {
  const journal = setUpJournal(1)
  const { calls, options } = listing(journal)
  const store = await journal.join(options)
  calls.length = 0
  for await (const { row } of store.histories()) expect(row).toBe(0)
  expect(calls.slice(0, 2)).toEqual(['sync', 'read'])
})

test('a journal that closes is on disk, and its file is closed once', async () => {
  const journal = setUpJournal(1)
  const { calls, options } = listing(journal)
  const store = await journal.join(options)
  calls.length = 0
  await Promise.all([store.close(), store.close()])
  expect([calls.at(-2), calls.at(-1), calls.filter((call) => call === 'close')]).toEqual(['sync', 'close', ['close']])
})

test('the file of a journal that cannot be opened or written is closed', async () => {
  const journal = setUpJournal(1)
  const { calls, options } = listing(journal)
  const store = await journal.join(options)
  journal.machine.change(path, (bytes) => bytes.subarray(1))
  await expect(store.renew()).rejects.toMatchObject({ name: 'StoreError' })
  await store.close()
  expect(calls.filter((call) => call === 'close')).toHaveLength(1)
  await expect(journal.join(options)).rejects.toMatchObject({ name: 'JournalError' })
  expect(calls.filter((call) => call === 'close')).toHaveLength(2)
})

test('a pause takes a number of milliseconds', async () => {
  const { join } = setUpJournal(1)
  const store = await join()
  await expect(store.hold(-1)).rejects.toThrow(new TypeError('hold takes a number of milliseconds, not -1'))
  await store.hold(5_000)
  expect((await store.progress()).quietFor).toBe(5_000)
})
