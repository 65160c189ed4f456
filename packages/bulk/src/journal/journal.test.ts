import { createClock } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createCustomers } from '../../testing/customers.ts'
import { createMachine } from '../../testing/machine.ts'
import { guidOf } from '../../testing/random.ts'
import type { Ended, Sending } from '../entry.ts'
import type { Store } from '../store.ts'
import type { SharedFile } from './disk.ts'
import { type JournalOptions, openJournal } from './journal.ts'

const service = 'https://api.partnercenter.microsoft.com'
const path = 'journal'

function setUp(size = 10) {
  const clock = createClock()
  const machine = createMachine(clock, Math.random, () => Promise.reject(new Error('No request is expected')))
  const { open } = machine.start(Number.POSITIVE_INFINITY)
  const join = (options: Partial<JournalOptions> = {}): Promise<Store> =>
    openJournal({ path, customers: createCustomers(size), service, clock, open, ...options })
  return { clock, machine, open, join }
}

const sending = (row: number): Sending => ({ is: 'sending', row, requestId: guidOf(row), correlationId: guidOf(99) })
const ended = (row: number): Ended => ({ is: 'ended', row, outcome: 'completed', again: false, calls: [] })

async function rowsOf(store: Store, count: number, kind: 'start' | 'follow' = 'start'): Promise<readonly number[]> {
  return (await store.claim(kind, count)).work.map(({ row }) => row)
}

test('each row is claimed by one worker', async () => {
  const { join } = setUp()
  const [one, two] = await Promise.all([join(), join()])
  const claims = await Promise.all([rowsOf(one, 3), rowsOf(two, 3), rowsOf(one, 3), rowsOf(two, 3)])
  expect(claims.flat().sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('what a silent worker had claimed is free when its lease is over, and not before', async () => {
  const { join, clock } = setUp(2)
  const [silent, other] = [await join(), await join()]
  expect(await rowsOf(silent, 9)).toEqual([0, 1])
  clock.advance('30s')
  const { work, next } = await other.claim('start', 9)
  expect(work).toEqual([])
  expect(next).toBe(clock.now() + 1)
  clock.advance(1)
  expect(await rowsOf(other, 9)).toEqual([0, 1])
})

test('a worker that says it is alive keeps what it has claimed', async () => {
  const { join, clock } = setUp(2)
  const [slow, other] = [await join(), await join()]
  await rowsOf(slow, 9)
  for (let seconds = 0; seconds < 120; seconds += 20) {
    clock.advance('20s')
    await slow.renew()
    expect(await rowsOf(other, 9)).toEqual([])
  }
})

test('what a worker had claimed is free when it closes', async () => {
  const { join } = setUp(2)
  const [one, two] = [await join(), await join()]
  await rowsOf(one, 9)
  await one.close()
  expect(await rowsOf(two, 9)).toEqual([0, 1])
})

test('a worker that slept longer than its lease may not send for a row that is another’s by then', async () => {
  const { join, clock } = setUp(1)
  const [sleeper, other] = [await join(), await join()]
  await rowsOf(sleeper, 1)
  clock.advance('1m')
  await rowsOf(other, 1)
  expect(await sleeper.append(sending(0))).toBe(false)
  expect(await other.append(sending(0))).toBe(true)
  expect(await sleeper.append(ended(0))).toBe(false)
  expect(sleeper.progress()).toMatchObject({ open: { sent: 1 }, workers: 2 })
})

test('a worker that slept, and whose rows nobody took, goes on', async () => {
  const { join, clock } = setUp(1)
  const store = await join()
  await rowsOf(store, 1)
  clock.advance('1m')
  expect(store.progress().workers).toBe(1)
  expect(await rowsOf(store, 1)).toEqual([])
  expect(await store.append(sending(0))).toBe(true)
})

test('a row is not claimed before it is due, and the earliest due comes first', async () => {
  const { join, clock } = setUp(3)
  const store = await join()
  await rowsOf(store, 3)
  for (const [row, seconds] of [
    [0, 30],
    [1, 10],
    [2, 20],
  ] as const) {
    const due = clock.now() + seconds * 1_000
    await store.append({ is: 'created', row, upgradeId: guidOf(row), adopted: false, due, calls: [] })
  }
  expect((await store.claim('follow', 3)).next).toBe(clock.now() + 10_000)
  clock.advance('25s')
  expect(await rowsOf(store, 3, 'follow')).toEqual([1, 2])
  expect(await rowsOf(store, 3)).toEqual([])
})

test('whoever opens a journal again finds each row as it was', async () => {
  const { join, clock } = setUp(4)
  const first = await join()
  await rowsOf(first, 4)
  await first.append(sending(1))
  await first.append({ is: 'created', row: 2, upgradeId: guidOf(7), adopted: false, due: 0, calls: [] })
  await first.append(ended(3))
  await first.close()
  const second = await join()
  expect(second.progress()).toMatchObject({ open: { new: 1, sent: 1, created: 1 }, ended: { completed: 1 } })
  const { work } = await second.claim('start', 9)
  expect(work).toMatchObject([
    { row: 0, stage: 'new', customerId: guidOf(0) },
    { row: 1, stage: 'sent', requestId: guidOf(1) },
  ])
  const looks = await second.claim('follow', 9)
  expect(looks.work).toMatchObject([{ row: 2, stage: 'created', upgradeId: guidOf(7), since: clock.now() }])
})

test('another round begins once, however many workers ask for it', async () => {
  const { join } = setUp(1)
  const [one, two] = [await join(), await join()]
  await rowsOf(one, 1)
  await one.append({ ...ended(0), outcome: 'rejected', again: true })
  const begun = await Promise.all([one, two].map((store) => store.append({ is: 'again', round: 1 })))
  expect(begun.filter(Boolean)).toHaveLength(1)
  expect(one.progress()).toMatchObject({ round: 1, open: { new: 1 }, ended: { rejected: 0 } })
})

test.for([0, 1, 5, 6, 7, 20, 60])('a last line of which %i bytes are there is as if it were not', async (length) => {
  const { join, machine } = setUp(2)
  const first = await join()
  await rowsOf(first, 1)
  const before = machine.text(path)
  await first.append(ended(0))
  const line = machine.text(path).slice(before.length)
  machine.write(path, before + line.slice(0, length))
  const second = await join()
  expect(second.progress().open.new).toBe(2)
  expect(await rowsOf(second, 2)).toEqual([1])
  await second.append(ended(1))
  expect((await join()).progress()).toMatchObject({ open: { new: 1 }, ended: { completed: 1 } })
})

test('a line that lacks nothing but its end counts, and so does the one behind it', async () => {
  const { join, machine } = setUp(2)
  const first = await join()
  await rowsOf(first, 1)
  await first.append(ended(0))
  machine.write(path, machine.text(path).trimEnd())
  const second = await join()
  expect(second.progress().ended.completed).toBe(1)
  expect(await rowsOf(second, 1)).toEqual([1])
})

test('zeros that a power cut left are passed over', async () => {
  const { join, machine } = setUp(2)
  await (await join()).close()
  machine.write(path, `${machine.text(path)}${'\0'.repeat(100)}`)
  expect(await rowsOf(await join(), 9)).toEqual([0, 1])
  expect((await join()).progress().rows).toBe(2)
})

test.for([
  [
    'half a line in the middle',
    (lines: string[]) => lines.map((line, index) => (index === 2 ? line.slice(0, 60) : line)),
  ],
  ['a line that is gone', (lines: string[]) => lines.filter((_, index) => index !== 2)],
  [
    'a line that was changed into something else',
    (lines: string[]) => lines.map((line, index) => (index === 2 ? line.replace('sending', 'sanding') : line)),
  ],
  ['two lines that changed places', ([one, two, three, four, ...rest]: string[]) => [one, two, four, three, ...rest]],
  ['a line of another program', (lines: string[]) => [...lines.slice(0, 2), 'hello', ...lines.slice(2)]],
] as const)('%s is damage, and the journal is refused and left alone', async ([, damage]) => {
  const { join, machine } = setUp(1)
  const store = await join()
  await rowsOf(store, 1)
  await store.append(sending(0))
  await store.append(ended(0))
  await store.close()
  const damaged = damage(machine.text(path).split('\n')).join('\n')
  machine.write(path, damaged)
  await expect(join()).rejects.toThrow(/journal is no journal, or is damaged at line \d.*Nothing was sent/)
  expect(machine.text(path)).toBe(damaged)
})

/** A journal with one line of each kind, and each line as an object. */
async function journalOfEachKind() {
  const { join, machine } = setUp(4)
  const store = await join()
  await rowsOf(store, 4)
  const calls = [
    { call: 'create', requestId: guidOf(0), attempts: [], startedAt: '', duration: 1, outcome: 'success' },
  ] as const
  await store.append(sending(0))
  await store.append({ is: 'created', row: 0, upgradeId: guidOf(7), adopted: false, due: 0, calls })
  await store.append({ is: 'postponed', row: 1, due: 0, tries: 1, delay: 1, anew: true, reason: { text: 'No' }, calls })
  await store.append({ ...ended(2), reason: { text: 'No', code: '20002' } })
  await store.append({ ...ended(3), outcome: 'rejected', again: true })
  await store.append({ is: 'throttled', until: 1 })
  await store.append(ended(0))
  await store.append(ended(1))
  await store.append({ is: 'again', round: 1 })
  await store.renew()
  await store.close()
  await (await join()).close()
  const lines = machine.text(path).trim().split('\n')
  const isRead = async (changed: readonly string[]): Promise<boolean> => {
    machine.write(path, `${changed.join('\n')}\n`)
    return join().then(
      () => true,
      () => false,
    )
  }
  return { lines, isRead }
}

test('whatever a line of the journal lacks, or holds of another kind, is damage', async () => {
  const { lines, isRead } = await journalOfEachKind()
  expect(new Set(lines.map((line) => Object(JSON.parse(line)).is)).size).toBe(10)
  expect(await isRead(lines)).toBe(true)
  const passed: string[] = []
  for (const [index, line] of lines.entries()) {
    const members: Readonly<Record<string, unknown>> = JSON.parse(line)
    const { is } = members
    // That a worker has left may be cut off: nobody counts on it.
    if (is === 'left') continue
    for (const key of Object.keys(members)) {
      // A time may be any number.
      const others = /^(at|due|until|lease|delay)$/.test(key)
        ? [undefined, {}]
        : [undefined, {}, -1.5, key === 'row' ? 4 : [null]]
      for (const other of others) {
        const changed = JSON.stringify({ ...members, [key]: other })
        const text = [...lines.slice(0, index), changed, ...lines.slice(index + 1)]
        if (await isRead(text)) passed.push(`${is}: ${JSON.stringify(other) ?? 'no'} ${key}`)
      }
    }
  }
  // What may be missing, and calls, which are copied as they are.
  expect([...new Set(passed)]).toEqual([
    'created: [null] calls',
    'postponed: no delay',
    'postponed: no anew',
    'postponed: no reason',
    'postponed: [null] calls',
    'ended: no reason',
    'ended: [null] calls',
  ])
})

test.for(['customerId,name\nx,y\n', 'customerId', '{}'])(
  'what is no journal at all is refused and left alone: %j',
  async (text) => {
    const { join, machine } = setUp()
    machine.write(path, text)
    await expect(join()).rejects.toMatchObject({ name: 'JournalError' })
    expect(machine.text(path)).toBe(text)
  },
)

test.for([
  [{ customers: createCustomers(10, 'a'.repeat(64)) }, /of another list of customers.*aaaaaaaaaaaa/],
  [
    { service: 'http://127.0.0.1:4010' },
    /of another service: https:\/\/api.partnercenter.microsoft.com, and not http:\/\/127.0.0.1:4010/,
  ],
  [{ dryRun: true }, /of a real run, and this is a dry one/],
] as const)('a journal that is another’s is refused and left alone: %o', async ([options, message]) => {
  const { join, machine } = setUp()
  await (await join()).close()
  const before = machine.text(path)
  await expect(join(options)).rejects.toThrow(message)
  expect(machine.text(path)).toBe(before)
})

test('a full disk fails what was to be written, and everything after it', async () => {
  const { join, open, clock } = setUp(3)
  let room = 600
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
  const store = await join({ open: full })
  await rowsOf(store, 3)
  await expect(store.append(sending(0))).resolves.toBe(true)
  const failed = store.append(sending(1))
  await expect(failed).rejects.toMatchObject({ name: 'StoreError' })
  await expect(failed).rejects.toThrow(/ENOSPC.*The disk is full: make room, then run the same command again/)
  room = 10_000
  await expect(store.append(sending(2))).rejects.toMatchObject({ name: 'StoreError' })
  await store.close()
  clock.advance('1m')
  const next = await join()
  expect(next.progress().open).toEqual({ new: 2, sent: 1, created: 0 })
})

test('a history tells all that was written about a row, whoever wrote it', async () => {
  const { join, clock } = setUp(2)
  const [one, two] = [await join(), await join()]
  await rowsOf(one, 1)
  await one.append(sending(0))
  clock.advance('1m')
  await rowsOf(two, 1)
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
