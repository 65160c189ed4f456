import { type Cell, cellName } from './cells.ts'

/**
 * How a provider came to give a response: its own state led to it (`state`), the request named it (`request`), or a printed response
 * was served unchanged (`replay`).
 */
export type Way = 'state' | 'request' | 'replay'

/** A cell and a way to it: what one test, or one case, shows. */
export interface Slot {
  /** The response. */
  readonly cell: Cell
  /** The way in which it is to be shown. */
  readonly way: Way
}

/** Cells that no state of the simulation leads to, and why. An omitted property matches anything. */
export interface OutOfReach {
  /** The `operationId`; any if omitted. */
  readonly operation?: string
  /** The HTTP status; any if omitted. */
  readonly status?: string
  /** The name of the example; any if omitted. */
  readonly name?: string
  /** Why no state leads there. */
  readonly reason: string
}

/** Returns a readable name that identifies a slot. */
export function slotName({ cell, way }: Slot): string {
  return `${cellName(cell)}, ${ways[way]}`
}

/** The ways in words. */
export const ways: Readonly<Record<Way, string>> = {
  state: 'by state',
  request: 'on request',
  replay: 'as printed',
}

/** Returns why no state leads to a cell; undefined for a cell that has to be reached by state. */
export function whyOutOfReach(cell: Cell, exceptions: readonly OutOfReach[]): string | undefined {
  return exceptions.find((exception) => matches(exception, cell))?.reason
}

/**
 * Returns what has to be shown of a contract: each response on request and by state, each printed exchange as printed and by state.
 * Cells that match an exception need not be reached by state.
 */
export function demandedSlots(cells: readonly Cell[], exceptions: readonly OutOfReach[]): readonly Slot[] {
  return cells.flatMap((cell): Slot[] => {
    const other: Slot = { cell, way: cell.kind === 'exchange' ? 'replay' : 'request' }
    return whyOutOfReach(cell, exceptions) === undefined ? [other, { cell, way: 'state' }] : [other]
  })
}

/** Returns the exceptions that match no cell. */
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
