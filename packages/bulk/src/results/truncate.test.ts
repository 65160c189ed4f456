import { guidOf } from '@partner-upgrades/store-proof'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { attemptOf } from '../../test/results.ts'
import type { RecordedCall } from '../store/journal-entry.ts'
import { createAudit } from './audit.ts'
import { toResult } from './result.ts'
import { toCsv } from './to-csv.ts'
import { truncateCall } from './truncate.ts'

const row = { line: 2, customerId: guidOf(0), productFamily: 'Azure' }

/** The result of a row with many requests, each with the given text as response header and code. */
function resultOf(requests: number, text: string) {
  const attempts = Array.from({ length: requests }, (_, index) => ({
    operation: 'getProductUpgradeStatus' as const,
    requestId: guidOf(0),
    correlationId: guidOf(index),
    startedAt: '2026-01-01T00:00:00.000Z',
    duration: 1,
    cv: text,
    serverId: text,
  }))
  const calls: readonly RecordedCall[] = [
    { call: 'poll', requestId: guidOf(0), attempts, startedAt: '', duration: 1, outcome: 'FaultError', code: text },
  ]
  const reason = { text: 'No', code: text }
  const ended = { is: 'ended', row: 0, outcome: 'failed', again: true, reason, calls, at: 1, counts: true } as const
  return toResult(row, { row: 0, entries: [ended] })
}

test('codes and headers of the service take at most a few hundred characters in the audit file', () => {
  const facts = { list: '', sha256: '', customers: 1, service: '', dryRun: false, writtenAt: '' }
  const line = createAudit(facts).line(resultOf(1, 'x'.repeat(1_000_000)))
  expect(line.length).toBeLessThan(2_000)
  expect(JSON.parse(line).calls[0].attempts[0].cv).toMatch(/^x+…$/)
})

// https://support.microsoft.com/office/excel-specifications-and-limits: 32,767 characters in a cell.
test('a cell with thousands of correlation IDs fits the limit of spreadsheets', () => {
  const [cells = []] = parse(toCsv(resultOf(5_000, 'x'), ','))
  expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThan(32_767)
  expect(cells.at(-1)).toBe('5000')
  expect(cells.at(-2)).toMatch(new RegExp(`^${guidOf(0)} .* … .* ${guidOf(4_999)}$`))
})

test('a call without codes and headers stays without', () => {
  const attempt = { ...attemptOf(1), duration: 1 }
  const call: RecordedCall = {
    call: 'poll',
    requestId: guidOf(0),
    attempts: [attempt],
    startedAt: '',
    duration: 1,
    outcome: 'success',
  }
  expect(truncateCall(call)).toStrictEqual(call)
  const full: RecordedCall = { ...call, code: '900120', attempts: [{ ...attempt, cv: 'a', serverId: 'b' }] }
  expect(truncateCall(full)).toStrictEqual(full)
  const long = 'x'.repeat(300)
  const cut = truncateCall({ ...call, code: long, attempts: [{ ...attempt, cv: long, serverId: long }] })
  for (const text of [cut.code, cut.attempts[0]?.cv, cut.attempts[0]?.serverId]) expect(text).toMatch(/^x{199}…$/)
})
