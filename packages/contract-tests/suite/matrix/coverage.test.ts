import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Cell } from '../../src/matrix/cells.ts'
import { demandedSlots, idleExceptions, type OutOfReach, slotName } from '../../src/matrix/slots.ts'
import { describeFindings, isComplete, judgeCoverage, type Proof, whereToAdd } from './coverage.ts'

const cell = (status: string, kind: Cell['kind'] = 'status', name = ''): Cell => {
  return { operation: 'getThings', status, kind, name }
}
const cells = [cell('200'), cell('200', 'exchange', 'page'), cell('503')]
const exceptions: readonly OutOfReach[] = [{ status: '503', reason: 'it is always there' }]
const demanded = demandedSlots(cells, exceptions)
const all = demanded.map((slot, index): Proof => ({ slot, by: `test ${index}` }))

test('a response is required on request and by state, and a printed one as printed and by state', () => {
  expect(demanded.map(slotName)).toEqual([
    'getThings 200, on request',
    'getThings 200, by state',
    'getThings 200 exchange page, as printed',
    'getThings 200 exchange page, by state',
    'getThings 503, on request',
  ])
})

test('a run that covers each cell once is complete', () => {
  expect(isComplete(judgeCoverage(demanded, all))).toBe(true)
})

test.for(all)('without $by exactly what it showed is open', (missing) => {
  const findings = judgeCoverage(
    demanded,
    all.filter((proof) => proof !== missing),
  )
  expect(findings).toEqual({ open: [missing.slot], stale: [], doubled: [] })
})

test('a cell that is listed as unreachable but was shown is reported', () => {
  const reached: Proof = { slot: { cell: cell('503'), way: 'state' }, by: 'a surprise' }
  expect(describeFindings(judgeCoverage(demanded, [...all, reached]))).toEqual([
    'shown, and not demanded: getThings 503, by state (a surprise)',
  ])
})

test('a cell that two tests show is reported, because deleting one would go unnoticed', () => {
  const [first] = all
  const again = first === undefined ? [] : [{ ...first, by: 'another test' }]
  expect(describeFindings(judgeCoverage(demanded, [...all, ...again]))).toEqual([
    'shown by more than one test: getThings 200, on request',
  ])
})

test('an exception that matches no cell is reported', () => {
  const idle = { status: '410', reason: 'nothing goes away' }
  expect(idleExceptions(cells, [...exceptions, idle])).toEqual([idle])
})

test('the report says where to add missing tests, once for each way', () => {
  const places = whereToAdd(judgeCoverage(demanded, []))
  expect(places.map((line) => line.replace(/ to (?:suite|test)\/.*/, ''))).toEqual([
    'add what is to be shown on request',
    'add what is to be shown by state',
    'add what is to be shown as printed',
  ])
  const files = places.flatMap((line) => line.match(/\S+\.ts/g) ?? [])
  expect(files.filter((file) => !existsSync(join(import.meta.dirname, '../..', file)))).toEqual([])
  expect(whereToAdd(judgeCoverage(demanded, all))).toEqual([])
})
