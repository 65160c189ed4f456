import { contract } from '@partner-upgrades/spec/contract'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import type { RunnerTask } from 'vitest'
import { type Cell, cellsOf } from '../../src/matrix/cells.ts'
import type { Slot, Way } from '../../src/matrix/slots.ts'
import type { Told } from './figures.ts'

declare module 'vitest' {
  interface TaskMeta {
    shows?: readonly Slot[]
    figures?: readonly Told[]
  }
}

const cells = cellsOf(contract, exchanges)

/** Records that a test has shown a cell, which counts if the test passes. */
export function proves({ meta }: Pick<RunnerTask, 'meta'>, cell: Cell, way: Way): void {
  meta.shows = [...(meta.shows ?? []), { cell, way }]
}

/** Records a figure for the report of the run. Numbers that several tests record under one label add up. */
export function tells({ meta }: Pick<RunnerTask, 'meta'>, label: string, value: number | string): void {
  meta.figures = [...(meta.figures ?? []), { label, value }]
}

/**
 * Finds the cell of a response by the name of its example or exchange, or by its code.
 *
 * @throws Error if there is none: the test is outdated.
 */
export function cellFor(operation: string, status: number | string, nameOrCode = ''): Cell {
  const found = cells.find(
    (cell) =>
      cell.operation === operation &&
      cell.status === String(status) &&
      (cell.name === nameOrCode || (cell.code !== undefined && cell.code === nameOrCode)),
  )
  if (found === undefined) throw new Error(`The contract has no ${operation} ${status} ${nameOrCode}.`)
  return found
}
