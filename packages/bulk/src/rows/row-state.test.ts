import { guidOf } from '@partner-upgrades/store-proof'
import { describe, expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { accepted, ended, sending } from '../../test/set-up-journal.ts'
import { type Created, type Ended, type JournalEvent, outcomes, type Postponed } from '../store/journal-entry.ts'
import { createRowStates } from './row-state.ts'

const created = (row: number, upgradeId = guidOf(50 + row)): Created => {
  return { is: 'created', row, upgradeId, adopted: false, dueIn: 1_000, calls: [] }
}
const postponed = (row: number, more: Partial<Postponed> = {}): Postponed => {
  return { is: 'postponed', row, dueIn: 0, tries: 1, calls: [], ...more }
}
const endedAs = (row: number, outcome: Ended['outcome'], again = true): Ended => ({ ...ended(row), outcome, again })

/** The state of a list, with its events applied one second apart. */
function stateOf(size: number, ...events: readonly JournalEvent[]) {
  const rows = createRowStates(createCustomers(size), 30_000)
  let time = 0
  const apply = (event: JournalEvent, worker = 'one'): boolean => {
    time += 1_000
    return rows.apply(worker, time, event)
  }
  const counted = events.map((event) => apply(event))
  const claimed = (...all: readonly number[]): boolean => apply({ is: 'claimed', rows: all })
  return { rows, apply, claimed, counted, now: () => time, work: (row = 0) => rows.work(row, time) }
}

test('a claim written after another worker has postponed the row does not count before the row is due', () => {
  const rows = createRowStates(createCustomers(1), 30_000)
  rows.apply('one', 1_000, { is: 'claimed', rows: [0] })
  rows.apply('one', 1_000, { is: 'postponed', row: 0, dueIn: 60_000, tries: 1, calls: [] })
  // The other worker picked the row just before.
  rows.apply('other', 1_000, { is: 'claimed', rows: [0] })
  expect(rows.isHeldBy(0, 'other')).toBe(false)
  rows.apply('other', 61_000, { is: 'claimed', rows: [0] })
  expect(rows.isHeldBy(0, 'other')).toBe(true)
})

test('a row that has ended cannot be claimed', () => {
  const { rows, apply } = stateOf(1, { is: 'claimed', rows: [0] }, ended(0))
  apply({ is: 'claimed', rows: [0] }, 'other')
  expect(rows.isHeldBy(0, 'other')).toBe(false)
  expect(rows.pick('other', 'start', 1, 5_000)).toEqual({ rows: [], wait: Number.POSITIVE_INFINITY })
})

test('an entry of a worker that does not hold the row changes nothing', () => {
  const { rows, apply, now } = stateOf(2, { is: 'claimed', rows: [0] })
  expect([apply(sending(0), 'other'), apply(ended(1), 'other')]).toEqual([false, false])
  expect(rows.progress(now()).open).toEqual({ new: 2, sent: 0, created: 0 })
})

test('rows are counted by stage and outcome', () => {
  const { rows, now } = stateOf(
    12,
    { is: 'claimed', rows: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
    ...outcomes.map((outcome, row) => endedAs(row, outcome, row % 2 === 0)),
    sending(8),
    created(9),
  )
  expect(rows.progress(now())).toMatchObject({
    rows: 12,
    open: { new: 2, sent: 1, created: 1 },
    ended: { completed: 1, partial: 1, failed: 1, ineligible: 1, rejected: 1, unknown: 1, eligible: 1, upgraded: 1 },
    again: 4,
    round: 0,
    workers: 1,
  })
  expect(outcomes.map((_, row) => rows.known(row, now()).state)).toEqual(outcomes)
  expect([8, 9, 10].map((row) => rows.known(row, now()).state)).toEqual(['sent', 'created', 'new'])
})

test('a worker may claim a row that it lost only after it has recorded a result, which neither a create nor its acceptance is', () => {
  const { rows, apply, now } = stateOf(1, { is: 'claimed', rows: [0] })
  // The journal's time passes while another worker writes.
  for (let second = 0; second < 40; second++) apply({ is: 'alive' }, 'other')
  apply({ is: 'claimed', rows: [0] }, 'other')
  apply(postponed(0), 'other')
  const pick = () => rows.pick('one', 'start', 1, now()).rows
  apply(sending(0))
  expect(pick()).toEqual([])
  apply(accepted(0))
  expect(pick()).toEqual([])
  apply(postponed(0))
  expect(pick()).toEqual([0])
})

test('the claims of a worker that was reported dead are free', () => {
  const { rows, apply, now } = stateOf(2, { is: 'claimed', rows: [0, 1] })
  apply({ is: 'gone', worker: 'one' }, 'other')
  expect(rows.pick('other', 'start', 2, now()).rows).toEqual([0, 1])
  expect(rows.progress(now()).workers).toBe(1)
})

describe('that the service accepted a create', () => {
  test('is a fact, even if no worker holds the row any more', () => {
    const { apply, work } = stateOf(1, { is: 'claimed', rows: [0] }, sending(0), postponed(0))
    expect(apply(accepted(0), 'other')).toBe(false)
    expect(work()).toMatchObject({ stage: 'sent', requestId: guidOf(0), accepted: true })
  })

  test('makes the create of a new row one in doubt', () => {
    const { apply, work, rows, now } = stateOf(1)
    apply(accepted(0, guidOf(4)))
    expect(work()).toMatchObject({ stage: 'sent', requestId: guidOf(4), accepted: true })
    expect(rows.progress(now()).open).toEqual({ new: 0, sent: 1, created: 0 })
  })

  test('keeps the age of that create', () => {
    const { apply, work } = stateOf(1, { is: 'claimed', rows: [0] }, sending(0))
    apply(accepted(0))
    expect(work()).toMatchObject({ age: 1_000, attempt: '2000' })
  })

  test('says nothing about another create', () => {
    const { apply, work } = stateOf(1, { is: 'claimed', rows: [0] }, sending(0, guidOf(5)))
    apply(accepted(0, guidOf(4)))
    expect(work()).toMatchObject({ stage: 'sent', requestId: guidOf(5) })
    expect(work()).not.toHaveProperty('accepted')
  })

  test('is recognized whatever the case of its request ID', () => {
    const id = 'abcdef00-0000-4000-8000-00000000000a'
    const { apply, work } = stateOf(1, { is: 'claimed', rows: [0] }, sending(0, id.toUpperCase()))
    apply(accepted(0, id.toUpperCase()))
    apply(sending(0, id))
    expect(work()).toMatchObject({ requestId: id, accepted: true })
  })

  test('settles nothing once the upgrade is known, or the row has ended', () => {
    const events = [{ is: 'claimed', rows: [0, 1] } as const, sending(0), created(0), sending(1), ended(1)]
    const { apply, work, rows, now } = stateOf(2, ...events)
    apply(accepted(0))
    apply(accepted(1))
    expect(work()).toMatchObject({ stage: 'created', upgradeId: guidOf(50) })
    expect(work()).not.toHaveProperty('accepted')
    expect(rows.known(1, now())).toMatchObject({ state: 'completed' })
    expect(rows.progress(now())).toMatchObject({ open: { sent: 0, created: 1 }, ended: { completed: 1 } })
  })
})

test('a row that starts anew remembers nothing of the create before', () => {
  const { work } = stateOf(1, { is: 'claimed', rows: [0] }, sending(0), accepted(0), postponed(0, { anew: true }))
  expect(work()).toEqual({ row: 0, customerId: guidOf(0), productFamily: 'Azure', stage: 'new', tries: 1, age: 2_000 })
})

test('a row whose create is in doubt remembers it', () => {
  const { work } = stateOf(1, { is: 'claimed', rows: [0] }, sending(0), postponed(0, { tries: 3, delay: 5_000 }))
  expect(work()).toMatchObject({
    stage: 'sent',
    requestId: guidOf(0),
    attempt: '2000',
    tries: 3,
    delay: 5_000,
    age: 1_000,
  })
})

describe('a new round', () => {
  const again = { is: 'again', round: 1 } as const

  test.for([
    ['unknown, with an upgrade', [sending(0), created(0)], 'created'],
    ['unknown, with a create', [sending(0)], 'sent'],
    ['unknown, without a create', [], 'new'],
  ] as const)('continues a row that ended as %s', ([, events, stage]) => {
    const { apply, claimed, work, rows, now } = stateOf(2, { is: 'claimed', rows: [0] }, ...events)
    claimed(0)
    apply(endedAs(0, 'unknown'))
    expect(apply(again)).toBe(true)
    expect(work()).toMatchObject({ stage, tries: 0, age: 0 })
    expect(rows.progress(now())).toMatchObject({ again: 0, round: 1, ended: { unknown: 0 } })
    expect(rows.known(0, now())).toMatchObject({ again: false, wait: 0 })
  })

  test('starts a rejected row anew, even if a create or an upgrade was known', () => {
    const { apply, claimed, work } = stateOf(1, { is: 'claimed', rows: [0] }, sending(0), created(0))
    claimed(0)
    apply(endedAs(0, 'failed'))
    apply(again)
    expect(work()).toMatchObject({ stage: 'new' })
    expect(work()).not.toHaveProperty('requestId')
    expect(work()).not.toHaveProperty('upgradeId')
  })

  test('leaves alone a row that may not be retried, and one that is open', () => {
    const { apply, work, rows, now } = stateOf(
      2,
      { is: 'claimed', rows: [0, 1] },
      endedAs(0, 'rejected', false),
      sending(1),
    )
    apply(again)
    expect(rows.known(0, now()).state).toBe('rejected')
    expect(work(1)).toMatchObject({ stage: 'sent', requestId: guidOf(1) })
  })

  test('of all rows reopens those for which nothing was created', () => {
    const outcomes = [
      'eligible',
      'upgraded',
      'ineligible',
      'rejected',
      'completed',
      'partial',
      'failed',
      'unknown',
    ] as const
    const { apply, rows, now } = stateOf(
      8,
      { is: 'claimed', rows: [0, 1, 2, 3, 4, 5, 6, 7] },
      ...outcomes.map((outcome, row) => endedAs(row, outcome, false)),
    )
    apply({ ...again, all: true })
    expect(outcomes.map((_, row) => rows.known(row, now()).state)).toEqual([
      ...['new', 'new', 'new', 'new'],
      ...outcomes.slice(4),
    ])
  })

  test.for([
    ['without all', { is: 'again', round: 1 }],
    ['with all: false', { is: 'again', round: 1, all: false }],
  ] as const)('%s leaves alone an ineligible row that may not be retried', ([, event]) => {
    const { apply, rows, now } = stateOf(1, { is: 'claimed', rows: [0] }, endedAs(0, 'ineligible', false))
    apply(event)
    expect(rows.known(0, now()).state).toBe('ineligible')
  })

  test('counts only if its number is the next one, and changes nothing otherwise', () => {
    const { apply, rows, now } = stateOf(1, { is: 'claimed', rows: [0] }, endedAs(0, 'rejected'))
    expect([apply({ ...again, round: 2 }), apply({ ...again, round: 0 })]).toEqual([false, false])
    expect(rows.progress(now())).toMatchObject({ round: 0, again: 1, ended: { rejected: 1 } })
    expect([apply(again), apply(again)]).toEqual([true, false])
  })
})

test('a pause never ends before an earlier one', () => {
  const { rows, apply, now } = stateOf(1, { is: 'throttled', quietFor: 60_000 })
  apply({ is: 'throttled', quietFor: 1_000 })
  expect(rows.progress(now()).quietFor).toBe(59_000)
  expect(rows.progress(now() + 59_001).quietFor).toBe(0)
})

test('which rows can be claimed depends on the kind of claim', () => {
  const { rows, now } = stateOf(
    3,
    { is: 'claimed', rows: [0, 1, 2] },
    ...[sending(1), postponed(1), created(2), { is: 'left' } as const],
  )
  const pick = (kind: 'start' | 'settle' | 'follow', count = 3) => rows.pick('two', kind, count, now() + 2_000).rows
  expect([[...pick('start')].sort(), pick('settle'), pick('follow')]).toEqual([[0, 1], [1], [2]])
  expect(pick('start', 1)).toHaveLength(1)
})
