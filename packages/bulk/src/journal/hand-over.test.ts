import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, onTestFinished, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { accepted, ended, rowsOf, sending, service } from '../../test/set-up-journal.ts'
import { JournalError, StoreError } from '../errors.ts'
import type { Store } from '../store/store.ts'
import { type HandedRow, type HandOver, openHandOver } from './hand-over.ts'
import { openJournal } from './journal.ts'
import type { JournalOptions } from './journal-file.ts'
import { openSharedFile } from './shared-file.ts'

const destination = { handOver: guidOf(1), fleet: guidOf(2), list: 'north.csv', partner: 'contoso' }

/** A journal in a folder of its own, and processes whose liveness the test controls. */
function setUp(size = 6) {
  const folder = mkdtempSync(join(tmpdir(), 'hand-over-'))
  const opened: { close(): Promise<void> }[] = []
  onTestFinished(async () => {
    // Including the files of killed processes.
    await Promise.allSettled(opened.map((file) => file.close()))
    rmSync(folder, { recursive: true })
  })
  const keep = <T extends (typeof opened)[number]>(file: T): T => {
    opened.push(file)
    return file
  }
  const clock = createClock({ auto: true })
  const running = new Set([1])
  const processOf = (pid: number, host = 'here') => ({
    current: () => ({ host, pid, startedAt: 0 }),
    isRunning: ({ pid, host: where }: { readonly pid: number; readonly host: string }) =>
      where !== host || running.has(pid),
  })
  const open = (path: string) => openSharedFile(path).then(keep)
  const options = { path: join(folder, 'journal'), customers: createCustomers(size), service, clock, open }
  return {
    ...options,
    running,
    join: (own: Partial<JournalOptions> = {}): Promise<Store> => {
      running.add(2)
      return openJournal({ ...options, processes: processOf(2), ...own })
    },
    processOf,
    handOver: (own: Partial<Parameters<typeof openHandOver>[0]> = {}): Promise<HandOver> =>
      openHandOver({ ...options, processes: processOf(1), ...own }).then(keep),
  }
}

async function rowsIn(handOver: HandOver): Promise<readonly HandedRow[]> {
  const rows: HandedRow[] = []
  for await (const row of handOver.rows()) rows.push(row)
  return rows
}

/** A run that was killed with a row at each stage. */
async function setUpKilled() {
  const stage = setUp()
  const store = await stage.join()
  await rowsOf(store, 5)
  await store.append({ ...ended(0), outcome: 'rejected', again: true })
  const call = { is: 'created', row: 1, upgradeId: guidOf(7), adopted: false, calls: [] } as const
  await store.append({ ...call, dueIn: 60_000 })
  await store.append(sending(2))
  await store.append(accepted(3))
  await store.append({ is: 'postponed', row: 4, dueIn: 5_000, tries: 2, delay: 500, calls: [] })
  stage.running.delete(2)
  return stage
}

test('everything is handed over: outcomes, upgrades, creates in doubt, and new rows', async () => {
  const { handOver } = await setUpKilled()
  const journal = await handOver()
  expect(journal.progress).toMatchObject({ open: { new: 2, sent: 2, created: 1 }, ended: { rejected: 1 }, again: 1 })
  const rows = await rowsIn(journal)
  expect(rows.map(({ entries, ...known }) => [known, entries.map(({ is }) => is)])).toEqual([
    [{ row: 0, state: 'rejected', again: true, tries: 0, wait: 0 }, ['ended']],
    [{ row: 1, state: 'created', again: false, tries: 0, wait: 60_000, upgradeId: guidOf(7) }, ['created']],
    [{ row: 2, state: 'sent', again: false, tries: 0, wait: 0, requestId: guidOf(2) }, ['sending']],
    [{ row: 3, state: 'sent', again: false, tries: 0, wait: 0, requestId: guidOf(3), accepted: true }, ['accepted']],
    [{ row: 4, state: 'new', again: false, tries: 2, wait: 5_000, delay: 500 }, ['postponed']],
    [{ row: 5, state: 'new', again: false, tries: 0, wait: 0 }, []],
  ])
  await journal.close()
})

test('reading changes nothing; once sealed, opening the journal fails with the destination of the list', async () => {
  const { join, handOver, path } = await setUpKilled()
  const before = readFileSync(path, 'utf8')
  const journal = await handOver()
  await rowsIn(journal)
  expect(readFileSync(path, 'utf8')).toBe(before)
  await journal.seal(destination)
  await journal.close()
  const sealed = readFileSync(path, 'utf8')
  await expect(join()).rejects.toThrow(JournalError)
  await expect(join()).rejects.toThrow(
    /handed over to a fleet, .* list "north\.csv" of the partner contoso\. Nothing was sent by this command\..*fleet status/,
  )
  expect(readFileSync(path, 'utf8')).toBe(sealed)
})

test('a sealed journal is read again unchanged, and sealed only once', async () => {
  const { handOver, path } = await setUpKilled()
  const first = await handOver()
  const rows = await rowsIn(first)
  await first.seal(destination)
  const sealed = readFileSync(path, 'utf8')
  const second = await handOver()
  expect(second.before).toMatchObject(destination)
  expect(await rowsIn(second)).toEqual(rows)
  await second.seal({ ...destination, list: 'other' })
  expect(readFileSync(path, 'utf8')).toBe(sealed)
  await Promise.all([first.close(), second.close()])
})

test.for(['running', 'stopped'])('while a local process uses the journal (%s), nothing is handed over', async () => {
  const { join, handOver, path } = setUp()
  const store = await join()
  const before = readFileSync(path, 'utf8')
  await expect(handOver()).rejects.toThrow(
    /in use: process 2 on this machine is working on the list\. Stop it.*Nothing was handed over/,
  )
  expect(readFileSync(path, 'utf8')).toBe(before)
  await store.close()
  await (await handOver()).close()
})

test('a run that starts between reading and sealing continues, and the journal is not sealed', async () => {
  const { join, handOver, path } = await setUpKilled()
  const journal = await handOver()
  const store = await join()
  const before = readFileSync(path, 'utf8')
  await expect(journal.seal(destination)).rejects.toThrow(/in use: .*in the meantime.*Nothing was handed over/)
  expect(readFileSync(path, 'utf8')).toBe(before)
  await rowsOf(store, 1)
  expect(await store.append(sending(5))).toBe(true)
  await store.close()
  await expect(journal.seal(destination)).rejects.toThrow(JournalError)
  expect((await (await join()).progress()).open.sent).toBe(3)
})

test('a line written between two lines of the sealing process voids the seal', async () => {
  const { join, handOver, processOf, running, open } = await setUpKilled()
  running.add(3)
  let writes = 0
  let late: Store | undefined
  const journal = await handOver({
    async open(own) {
      const file = await open(own)
      return {
        ...file,
        async append(bytes) {
          // Another run opens the journal just before the seal is written.
          if (++writes === 3) late = await join({ processes: processOf(3) })
          return file.append(bytes)
        },
      }
    },
  })
  await expect(journal.seal(destination)).rejects.toThrow(/in use: .*in the meantime/)
  expect(writes).toBeGreaterThan(2)
  const rows = late ? await rowsOf(late, 2) : []
  expect(rows).toEqual([2, 3])
  expect(await late?.append(sending(2))).toBe(true)
})

test('a run of another machine that is silent for a lease has died; one that renews its lease continues', async () => {
  const { join, handOver, processOf, clock } = setUp()
  const store = await join({ processes: processOf(2, 'elsewhere') })
  const waits: unknown[] = []
  await rowsOf(store, 2)
  const refused = handOver({
    clock: {
      ...clock,
      sleep: async (ms, signal) => {
        await store.renew()
        return clock.sleep(ms, signal)
      },
    },
    onWait: ({ host, pid }, ms) => void waits.push([host, pid, ms]),
  })
  await expect(refused).rejects.toThrow(/in use: process 2 on elsewhere is working on the list/)
  const journal = await handOver({ onWait: ({ host, pid }, ms) => void waits.push([host, pid, ms]) })
  await journal.seal(destination)
  expect(waits).toEqual([
    ['elsewhere', 2, 30_000],
    ['elsewhere', 2, 30_000],
  ])
  // If it was only asleep, it finds out before it sends anything.
  await expect(store.append(sending(0))).rejects.toThrow(StoreError)
  await expect(store.renew()).rejects.toThrow(/handed over to a fleet.*This run has stopped and sends nothing more/)
})

test.for<[what: string, change: Partial<Parameters<typeof openHandOver>[0]>, message: RegExp]>([
  ['missing', { path: '/nowhere/journal' }, /\/nowhere\/journal cannot be read \(ENOENT/],
  ["another list's", { customers: createCustomers(6, 'a'.repeat(64)) }, /of another list of customers/],
  ["another service's", { service: 'https://elsewhere.example' }, /of another service: .*elsewhere\.example/],
  ["a dry run's", { dryRun: true }, /of a real run, but this is a dry one/],
])('a journal that is %s is rejected in one line, and left alone', async ([, change, message]) => {
  const { handOver, path } = await setUpKilled()
  const before = readFileSync(path, 'utf8')
  const failure = await handOver(change).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(JournalError)
  expect(failure).toMatchObject({ message: expect.stringMatching(message) })
  expect(String(failure)).not.toContain('\n')
  expect(readFileSync(path, 'utf8')).toBe(before)
})

test.for<[what: string, damage: (text: string) => string, message: RegExp]>([
  ['damaged', (text) => text.replace('"new"', '"old"').replace('rejected', 'completed'), /is damaged: line \d+/],
  ['empty', () => '', /is empty: nothing has been run yet/],
  ['not a journal', () => 'customerId\n', /is not a journal/],
])('a journal that is %s is rejected in one line, and left alone', async ([, damage, message]) => {
  const { handOver, path } = await setUpKilled()
  const text = damage(readFileSync(path, 'utf8'))
  writeFileSync(path, text)
  await expect(handOver()).rejects.toThrow(message)
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('wherever sealing is interrupted, the journal either remains usable or is rejected for good', async () => {
  const ends = new Set<string>()
  for (let step = 1; ; step++) {
    const { join, handOver, running, processOf, open: openFile } = await setUpKilled()
    let steps = 0
    const open: JournalOptions['open'] = async (path) => {
      const file = await openFile(path)
      // A process that was killed does nothing more.
      const alive = async <T>(work: () => Promise<T>): Promise<T> => {
        if (++steps >= step) throw new Error('killed')
        return work()
      }
      return {
        ...file,
        append: (bytes) => alive(() => file.append(bytes)),
        sync: () => alive(() => file.sync()),
        read: (bytes, position) => alive(() => file.read(bytes, position)),
      }
    }
    const journal = await handOver({ open })
    const sealed = await journal.seal(destination).then(
      () => true,
      () => false,
    )
    await journal.close()
    running.clear()
    running.add(4)
    const again = await handOver({ processes: processOf(4) })
    const known = again.before !== undefined
    await again.close()
    const runs = await join().then(
      (store) => store.close().then(() => true),
      () => false,
    )
    expect([step, runs]).toEqual([step, !known])
    if (sealed) expect(known).toBe(true)
    ends.add(`${sealed ? 'sealed' : 'failed'}, ${known ? 'refused' : 'runs'}`)
    if (sealed) break
  }
  expect(ends).toEqual(new Set(['failed, runs', 'failed, refused', 'sealed, refused']))
})

test('the seal is on disk before anything else is written', async () => {
  const { handOver, open } = await setUpKilled()
  const calls: string[] = []
  const journal = await handOver({
    async open(own) {
      const file = await open(own)
      return {
        ...file,
        append(bytes) {
          calls.push(/"is":"(\w+)"/.exec(Buffer.from(bytes).toString())?.[1] ?? '')
          return file.append(bytes)
        },
        sync() {
          calls.push('sync')
          return file.sync()
        },
      }
    },
  })
  await journal.seal(destination)
  await journal.close()
  expect(calls).toEqual(['opened', 'gone', 'handedOver', 'sync', 'left', 'sync'])
})
