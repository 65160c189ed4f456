import { expect, test } from 'vitest'
import type { RecordedEntry } from '../store/store.ts'
import { type Result, toResult } from './result.ts'

const row = { line: 2, customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }
const upgradeId = '58e2af4f-0ad3-4688-8744-be2357cd939a'
const at = { at: 1_000, row: 0, counts: true, calls: [] } as const

const sending: RecordedEntry = { ...at, is: 'sending', requestId: 'one', correlationId: 'a' }
const created: RecordedEntry = { ...at, is: 'created', upgradeId, adopted: false, dueIn: 2_000 }
const ended = (outcome: 'failed' | 'unknown' | 'rejected'): RecordedEntry => ({
  ...at,
  is: 'ended',
  outcome,
  again: true,
})

const resultOf = (...entries: readonly RecordedEntry[]): Result => toResult(row, { row: 0, entries })

test('a round after a failure begins without the IDs of the previous round', () => {
  const result = resultOf(sending, created, ended('failed'), ended('rejected'))
  expect(result).toMatchObject({ outcome: 'rejected' })
  for (const name of ['requestId', 'upgradeId', 'adopted', 'createdAt']) expect(result).not.toHaveProperty(name)
})

test('a round after an unknown outcome keeps the known IDs', () => {
  expect(resultOf(sending, created, ended('unknown'), ended('failed'))).toMatchObject({ requestId: 'one', upgradeId })
})
