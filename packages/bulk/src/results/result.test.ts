import { guidOf } from '@partner-upgrades/store-proof'
import { describe, expect, test } from 'vitest'
import { attemptOf } from '../../test/results.ts'
import type { Ended, Postponed, RecordedCall } from '../store/journal-entry.ts'
import type { RecordedEntry } from '../store/store.ts'
import { type Result, toResult } from './result.ts'

const row = { line: 2, customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }
const upgradeId = '58e2af4f-0ad3-4688-8744-be2357cd939a'
const at = { at: 1_000, row: 0, counts: true, calls: [] } as const

const sending: RecordedEntry = { ...at, is: 'sending', requestId: 'one', correlationId: 'a' }
const accepted: RecordedEntry = { ...at, is: 'accepted', requestId: 'one' }
const created: RecordedEntry = { ...at, is: 'created', upgradeId, adopted: false, dueIn: 2_000 }
const postponed: RecordedEntry & Postponed = { ...at, is: 'postponed', dueIn: 0, tries: 1 }
const ended = (outcome: 'completed' | 'failed' | 'unknown' | 'rejected'): RecordedEntry & Ended => ({
  ...at,
  is: 'ended',
  outcome,
  again: true,
})

const resultOf = (...entries: readonly RecordedEntry[]): Result => toResult(row, { row: 0, entries })

test('a row without entries is open', () => {
  expect(resultOf()).toEqual({ ...row, outcome: 'open', mayRunAgain: false, attempts: [], calls: [] })
})

test('each entry adds what it says', () => {
  const later = { at: 61_000 }
  expect(resultOf(sending, { ...created, adopted: true, ...later })).toMatchObject({
    outcome: 'open',
    requestId: 'one',
    upgradeId,
    adopted: true,
    createdAt: '1970-01-01T00:01:01.000Z',
  })
  const lineItems = [{ status: 'Completed' }]
  const end = { ...ended('failed'), lineItems, lineItemsLeftOut: 3, reason: { text: 'Why', error: 'FaultError' } }
  expect(resultOf(sending, accepted, created, { ...end, ...later })).toMatchObject({
    outcome: 'failed',
    mayRunAgain: true,
    requestId: 'one',
    upgradeId,
    adopted: false,
    createdAt: '1970-01-01T00:00:01.000Z',
    endedAt: '1970-01-01T00:01:01.000Z',
    reason: { text: 'Why' },
    lineItems,
    lineItemsLeftOut: 3,
  })
})

test('an end without a reason or line items has none', () => {
  for (const name of ['reason', 'lineItems', 'lineItemsLeftOut'])
    expect(resultOf(ended('completed'))).not.toHaveProperty(name)
})

test('an accepted create keeps what is known', () => {
  expect(resultOf(sending, accepted)).toMatchObject({ outcome: 'open', requestId: 'one' })
})

test('an entry that does not count changes nothing', () => {
  expect(resultOf(sending, { ...ended('failed'), counts: false })).toMatchObject({ outcome: 'open', requestId: 'one' })
})

test('a row that starts anew has no IDs; one that is merely postponed keeps them', () => {
  expect(resultOf(sending, { ...postponed, anew: true })).not.toHaveProperty('requestId')
  expect(resultOf(sending, postponed)).toMatchObject({ requestId: 'one' })
})

describe('a new round', () => {
  test('after a failure begins without the IDs of the previous round', () => {
    const result = resultOf(sending, created, ended('failed'), ended('rejected'))
    expect(result).toMatchObject({ outcome: 'rejected' })
    for (const name of ['requestId', 'upgradeId', 'adopted', 'createdAt']) expect(result).not.toHaveProperty(name)
  })

  test('after an unknown outcome keeps the known IDs, and nothing else', () => {
    const before = [sending, { ...created, adopted: true }, { ...ended('unknown'), reason: { text: 'Why' } }]
    const result = resultOf(...before, postponed)
    expect(result).toMatchObject({ outcome: 'open', mayRunAgain: false, requestId: 'one', upgradeId, adopted: true })
    for (const name of ['reason', 'endedAt', 'createdAt']) expect(result).not.toHaveProperty(name)
  })

  test('after an unknown outcome invents no IDs', () => {
    const result = resultOf(ended('unknown'), ended('failed'))
    for (const name of ['requestId', 'upgradeId', 'adopted']) expect(result).not.toHaveProperty(name)
  })
})

test('a reason is looked up in the fault catalogue by its code', () => {
  const reason = { text: 'Text', code: '900105' }
  expect(resultOf({ ...ended('rejected'), reason }).reason).toEqual({
    ...reason,
    name: 'suspendedSubscriptions',
    actor: 'partner',
    remedy: expect.stringContaining('Reactivate'),
  })
})

test('a code that is not in the catalogue is kept, and cut', () => {
  const reason = { text: 'Text', code: '9'.repeat(300) }
  expect(resultOf({ ...ended('rejected'), reason }).reason).toEqual({
    text: 'Text',
    code: expect.stringMatching(/^9{1,200}…?$/),
  })
})

test('a name is cut to 500 characters, and one that is missing stays so', () => {
  const { name = '' } = toResult({ ...row, name: 'n'.repeat(600) }, { row: 0, entries: [] })
  expect(name.length).toBeLessThanOrEqual(500)
  expect(name).toMatch(/^n{400}/)
  expect(resultOf()).not.toHaveProperty('name')
})

describe('the requests of a row', () => {
  const callOf = (...attempts: ReturnType<typeof attemptOf>[]): RecordedCall => {
    return { call: 'poll', requestId: guidOf(1), startedAt: '', duration: 1, outcome: 'success', attempts }
  }

  test('come in the order in which they started, whatever entry they belong to', () => {
    const { attempts, startedAt, calls } = resultOf(
      { ...postponed, calls: [callOf(attemptOf(3), attemptOf(1))] },
      { ...ended('failed'), calls: [callOf(attemptOf(2)), callOf(attemptOf(2, { correlationId: 'same time' }))] },
    )
    expect(attempts.map(({ correlationId }) => correlationId)).toEqual(['c1', 'c2', 'same time', 'c3'])
    expect(startedAt).toBe('1970-01-01T00:00:01.000Z')
    expect(calls).toHaveLength(3)
  })

  test('include those of entries that do not count', () => {
    expect(resultOf({ ...postponed, counts: false, calls: [callOf(attemptOf(1))] }).attempts).toHaveLength(1)
  })

  test('include a create that no call tells of, because the program was stopped', () => {
    const told = { ...sending, correlationId: 'c1' }
    expect(resultOf(told, sending, { ...postponed, calls: [callOf(attemptOf(1))] }).attempts).toEqual([
      attemptOf(1),
      {
        operation: 'createProductUpgrade',
        requestId: 'one',
        correlationId: 'a',
        startedAt: '1970-01-01T00:00:01.000Z',
        duration: 0,
        lost: true,
      },
    ])
  })
})
