import { type Cell, cellName } from './cells.ts'

/**
 * How a provider came to an answer: its own state led to it (`state`), it was asked to give it (`request`), or a printed answer
 * was served as it is (`replay`).
 */
export type Way = 'state' | 'request' | 'replay'

/** A cell and a way to it: what one test, or one case, shows. */
export interface Slot {
  /** The answer. */
  readonly cell: Cell
  /** How it is to be shown. */
  readonly way: Way
}

/** Cells that no state of the simulation leads to, and why. What is left out matches anything. */
export interface OutOfReach {
  /** The `operationId`; any if left out. */
  readonly operation?: string
  /** The HTTP status; any if left out. */
  readonly status?: string
  /** The name of the example; any if left out. */
  readonly name?: string
  /** Why no state leads there. */
  readonly reason: string
}

/** What tells one slot from another, readable. */
export function slotName({ cell, way }: Slot): string {
  return `${cellName(cell)}, ${ways[way]}`
}

/** The ways in words. */
export const ways: Readonly<Record<Way, string>> = {
  state: 'by state',
  request: 'on request',
  replay: 'as printed',
}

/** Why no state leads to a cell; undefined for a cell that has to be reached by state. */
export function whyOutOfReach(cell: Cell, exceptions: readonly OutOfReach[]): string | undefined {
  return exceptions.find((exception) => matches(exception, cell))?.reason
}

/**
 * What has to be shown of a contract: each answer on request and by state, each printed exchange as printed and by state; by state only
 * where no exception says that it cannot be.
 */
export function demandedSlots(cells: readonly Cell[], exceptions: readonly OutOfReach[]): readonly Slot[] {
  return cells.flatMap((cell): Slot[] => {
    const other: Slot = { cell, way: cell.kind === 'exchange' ? 'replay' : 'request' }
    return whyOutOfReach(cell, exceptions) === undefined ? [other, { cell, way: 'state' }] : [other]
  })
}

/** Exceptions that except nothing: no cell is like that. */
export function idleExceptions(cells: readonly Cell[], exceptions: readonly OutOfReach[]): readonly OutOfReach[] {
  return exceptions.filter((exception) => !cells.some((cell) => matches(exception, cell)))
}

function matches({ operation, status, name }: OutOfReach, cell: Cell): boolean {
  return (
    cell.kind !== 'exchange' &&
    (operation ?? cell.operation) === cell.operation &&
    (status ?? cell.status) === cell.status &&
    (name ?? cell.name) === cell.name
  )
}
