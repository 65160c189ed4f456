import { isObject } from '@partner-upgrades/spec-diff/document'
import { type Cell, codeOf } from '../matrix/cells.ts'
import type { Way } from '../matrix/slots.ts'
import type { SlotResult } from '../report/report.ts'
import type { Outcome } from './run-case.ts'

/** Derives the result of each cell from the outcomes of cases. Replayed responses say nothing about a provider and are left out. */
export function slotResults(
  cells: readonly Cell[],
  outcomes: readonly Outcome[],
  exampleOf: (cell: Cell) => unknown,
): readonly SlotResult[] {
  return cells.flatMap((cell): SlotResult[] => {
    const state = slot(
      cell,
      'state',
      outcomes.filter((outcome) => isState(cell, outcome, exampleOf)),
      'nothing led to it',
    )
    if (cell.kind !== 'example' && cell.kind !== 'status') return [state]
    const asked = outcomes.filter((outcome) => isAsked(cell, outcome))
    return [slot(cell, 'request', asked, 'it was not asked for'), state]
  })
}

function slot(cell: Cell, way: Way, outcomes: readonly Outcome[], otherwise: string): SlotResult {
  const failed = outcomes.find(({ result }) => result.outcome === 'failed')
  // A fault in place of an expected success shows that fault, but not what was expected.
  const passed = outcomes.find(
    ({ answer, result }) =>
      result.outcome === 'passed' || (cell.kind !== 'exchange' && answer !== undefined && result.outcome !== 'failed'),
  )
  if (passed !== undefined && (way === 'state' || failed === undefined)) {
    return { cell, way, outcome: 'shown', by: passed.result.name }
  }
  if (failed !== undefined) return { cell, way, outcome: 'failed', by: failed.result.name }
  return { cell, way, outcome: 'notExercised', reason: outcomes[0]?.result.reasons[0] ?? otherwise }
}

function isAsked(cell: Cell, { case: { operation, expected, shows } }: Outcome): boolean {
  return (
    expected.kind === 'example' &&
    operation === cell.operation &&
    String(expected.status) === cell.status &&
    shows?.name === cell.name
  )
}

function isState(cell: Cell, { case: each, answer, result }: Outcome, exampleOf: (cell: Cell) => unknown): boolean {
  if (each.expected.kind === 'example' || each.operation !== cell.operation) return false
  if (cell.kind === 'exchange') return each.shows?.name === cell.name
  if (answer === undefined || String(answer.status) !== cell.status || result.outcome === 'failed') return false
  return cell.code === undefined ? isLike(exampleOf(cell), answer.body) : answer.code === cell.code
}

/** Whether a body agrees with an example in its status, its code and its booleans. */
function isLike(example: unknown, body: unknown): boolean {
  if (!isObject(example) || !isObject(body)) return example === undefined
  return (
    Object.entries(example).every(
      ([name, value]) => (typeof value !== 'boolean' && name !== 'status') || body[name] === value,
    ) && codeOf(example) === codeOf(body)
  )
}
