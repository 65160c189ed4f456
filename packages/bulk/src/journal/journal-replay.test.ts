import { beforeEach, describe, expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { accepted, ended, path, sending, service } from '../../test/set-up-journal.ts'
import type { JournalEvent } from '../store/journal-entry.ts'
import type { Line, Opened } from '../store/journal-line.ts'
import { cannotBegin } from './damage.ts'
import { createJournalReplay, type Expected, type JournalReplay } from './journal-replay.ts'
import { formatEvent, formatLine } from './line-format.ts'

const customers = createCustomers(3)
const opened: Opened = {
  is: 'opened',
  version: 2,
  after: 0,
  input: { name: customers.name, sha256: customers.hash, rows: customers.size },
  dryRun: false,
  service,
  lease: 30_000,
  process: { host: 'machine', pid: 1, startedAt: 0 },
}

/** Reads lines whose order and digests the test decides. */
class Journal {
  readonly told: (readonly [is: string, counts: boolean])[] = []
  readonly replay: JournalReplay
  readonly digests: string[] = []

  constructor(expected: Expected = {}) {
    this.replay = createJournalReplay({
      path,
      customers,
      expected,
      told: ({ event }, counts) => void this.told.push([event.is, counts]),
      refuse: (damage) => cannotBegin(path, damage),
    })
    this.digests.push(this.replay.digestFor(''))
  }

  /** Reads a line of a worker, which refers to the digest at a number of lines; without one, to its previous line. */
  take(w: string, n: number, p: number | undefined, event: JournalEvent | Opened): this {
    const line: Omit<Line, 'event'> = { w, n, ...(p !== undefined && { p: this.digests[p] }), at: n }
    this.replay.take(Buffer.from(formatLine(line, formatEvent(event))).subarray(0, -1))
    this.digests.push(this.replay.digestFor('nobody'))
    return this
  }
}

const outOfOrder = /line \d+ does not follow the ones before it/
const alive = { is: 'alive' } as const
const handedOver = (after: number): JournalEvent => {
  const guid = '6b8c1f0a-0000-4000-8000-000000000000'
  return { is: 'handedOver', after, handOver: guid, fleet: guid, list: 'list', partner: guid }
}

describe('a line', () => {
  let journal: Journal
  beforeEach(() => {
    journal = new Journal().take('one', 1, 0, opened).take('two', 1, 1, { ...opened, after: 1 })
  })

  test('refers to all lines up to the previous one of its worker', () => {
    journal.take('one', 2, 1, alive).take('two', 2, 2, alive).take('two', 3, undefined, alive).take('one', 3, 3, alive)
    expect(journal.replay.lines).toBe(6)
  })

  test('must have the next number of its worker', () => {
    expect(() => journal.take('one', 3, 1, alive)).toThrow(outOfOrder)
    expect(() => journal.take('one', 1, 1, alive)).toThrow(outOfOrder)
  })

  test('must refer to its worker’s previous line, not to another', () => {
    expect(() => journal.take('one', 2, 2, alive)).toThrow(outOfOrder)
    expect(() => journal.take('one', 2, 0, alive)).toThrow(outOfOrder)
  })

  test('without a digest must directly follow the previous line of its worker', () => {
    expect(() => journal.take('one', 2, undefined, alive)).toThrow(outOfOrder)
  })

  test('must be of a worker that has opened the journal', () => {
    expect(() => journal.take('three', 1, 2, alive)).toThrow(outOfOrder)
    expect(() => journal.take('three', 1, undefined, alive)).toThrow(outOfOrder)
  })

  test('may open the journal only as the first of its worker, and with the digest of what it has read', () => {
    expect(() => journal.take('one', 2, 1, { ...opened, after: 1 })).toThrow(outOfOrder)
    expect(() => journal.take('three', 1, undefined, { ...opened, after: 2 })).toThrow(outOfOrder)
    expect(() => journal.take('three', 1, 1, { ...opened, after: 2 })).toThrow(outOfOrder)
    expect(() => journal.take('three', 1, 2, { ...opened, after: 3 })).toThrow(outOfOrder)
    expect(journal.take('three', 1, 1, { ...opened, after: 1 }).replay.lines).toBe(3)
  })

  test.for([sending(3), ended(3), accepted(3)])('must be about a row of the list: $is', (entry) => {
    expect(() => journal.take('one', 2, 1, entry)).toThrow(outOfOrder)
  })
})

test('the first line must open the journal', () => {
  expect(() => new Journal().take('one', 1, undefined, alive)).toThrow(outOfOrder)
  expect(() => new Journal().take('one', 1, 0, alive)).toThrow(outOfOrder)
})

test('without a digest, no worker may open the journal, however long ago the lines are that it had read', () => {
  const journal = new Journal().take('one', 1, 0, opened)
  for (let n = 2; n <= 4_100; n++) journal.take('one', n, undefined, alive)
  expect(() => journal.take('two', 1, undefined, { ...opened, after: 1 })).toThrow(outOfOrder)
  expect(journal.take('two', 1, 1, { ...opened, after: 1 }).replay.lines).toBe(4_101)
})

test('each line is reported, with whether it counts', () => {
  const { told } = new Journal()
    .take('one', 1, 0, opened)
    .take('one', 2, 1, { is: 'claimed', rows: [0] })
    .take('one', 3, 2, sending(0))
    .take('one', 4, 3, sending(1))
  expect(told).toEqual([
    ['opened', true],
    ['claimed', true],
    ['sending', true],
    ['sending', false],
  ])
})

describe('a hand-over', () => {
  test('makes every later line void', () => {
    const { told, replay } = new Journal()
      .take('one', 1, 0, opened)
      .take('one', 2, 1, { is: 'claimed', rows: [0] })
      .take('one', 3, 2, handedOver(2))
      .take('one', 4, 3, sending(0))
      .take('one', 5, 4, handedOver(4))
    expect(told.map(([, counts]) => counts)).toEqual([true, true, true, false, false])
    expect(replay.handedOver?.after).toBe(2)
    expect(replay.table?.progress(0).open).toEqual({ new: 3, sent: 0, created: 0 })
  })

  test('is void if another line was written in between', () => {
    const { told, replay } = new Journal()
      .take('one', 1, 0, opened)
      .take('one', 2, 1, alive)
      .take('one', 3, 2, handedOver(1))
    expect(told.at(-1)).toEqual(['handedOver', false])
    expect(replay.handedOver).toBeUndefined()
  })
})

describe('the journal of', () => {
  const of = (given: Partial<Opened>, expected: Expected = {}) =>
    new Journal(expected).take('one', 1, 0, { ...opened, ...given })
  const nothing = 'Nothing was sent by this command.'

  test('another list says which list it belongs to, how long that was, and what to do', () => {
    const input = { name: 'may.csv', sha256: '0123456789abcdef'.repeat(4), rows: 12_345 }
    expect(() => of({ input })).toThrow(
      `journal is the journal of another list of customers: may.csv with 12,345 rows at the time (SHA-256 0123456789ab…), not customers.csv as it is now (ffffffffffff…). Use that list again, or another journal: a list with another name or in another folder gets its own. ${nothing}`,
    )
  })

  test('another service is rejected if a service is expected', () => {
    expect(() => of({ service: 'http://127.0.0.1' }, { service })).toThrow(
      `journal is the journal of another service: http://127.0.0.1, not ${service}. Use another journal. ${nothing}`,
    )
    expect(of({ service: 'http://127.0.0.1' }).replay.opened?.service).toBe('http://127.0.0.1')
  })

  test.for([
    [false, 'of a real run, but this is a dry one'],
    [true, 'of a dry run, but this is a real one'],
  ] as const)('a run of the other mode is rejected if a mode is expected (dry run: %s)', ([dryRun, text]) => {
    expect(() => of({ dryRun }, { dryRun: !dryRun })).toThrow(
      `journal is the journal ${text}. Use another journal. ${nothing}`,
    )
    expect(of({ dryRun }, { dryRun }).replay.opened?.dryRun).toBe(dryRun)
    expect(of({ dryRun }).replay.opened?.dryRun).toBe(dryRun)
  })
})
