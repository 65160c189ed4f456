import type { Cell } from '../matrix/cells.ts'
import type { Way } from '../matrix/slots.ts'
import type { Report, SlotResult } from './report.ts'

const letters: Readonly<Record<Way, string>> = { state: 'S', request: 'r', replay: 'X' }

/** The sign of a slot in a text table: the letter of its way if it was shown, otherwise a symbol. */
function sign({ way, outcome }: SlotResult): string {
  switch (outcome) {
    case 'shown':
      return letters[way]
    case 'failed':
      return '!'
    case 'open':
      return '·'
    case 'notExercised':
      return '–'
    case 'outOfReach':
      return ' '
  }
}

/** Formats the coverage as a table for a terminal: a row per response, a column per operation. */
export function renderCoverage(slots: readonly SlotResult[]): string {
  const operations = [...new Set(slots.map(({ cell }) => cell.operation))]
  const rows = [...new Map(slots.map(({ cell }) => [rowOf(cell), cell])).keys()].sort()
  const marks = new Map<string, string>()
  for (const slot of slots) {
    const key = `${slot.cell.operation} ${rowOf(slot.cell)}`
    marks.set(key, (marks.get(key) ?? '') + sign(slot))
  }
  const first = Math.max(...rows.map((row) => row.length))
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(first), ...cells.map((cell, index) => cell.padEnd(operations[index]?.length ?? 0))]
      .join('  ')
      .trimEnd()
  return [
    line('', operations),
    ...rows.map((row) =>
      line(
        row,
        operations.map((operation) => marks.get(`${operation} ${row}`)?.trimEnd() ?? ''),
      ),
    ),
    'S reached by state   r served on request   X a printed answer   · not shown   – not exercised   ! wrong',
  ].join('\n')
}

/** Names a row. The names of exchanges begin with their operation, which the column shows already. */
function rowOf({ operation, status, kind, name, code }: Cell): string {
  if (kind === 'status') return status
  if (kind === 'exchange') return `${status} as printed: ${name.replace(`${operation}.`, '')}`
  return `${status} ${name}${code !== undefined && code !== name && code !== status ? ` ${code}` : ''}`
}

/** Formats a whole report for a terminal. */
export function renderReport(report: Report): string {
  const { title, provider, figures, slots, cases, failures } = report
  const wide = Math.max(0, ...figures.map(({ value }) => value.length))
  const told = cases.filter(({ outcome }) => outcome === 'failed')
  return [
    `${title}: ${provider}`,
    '',
    ...(slots.length === 0 ? [] : [renderCoverage(slots), '']),
    ...figures.map(({ label, value }) => `${value.padStart(wide)}  ${label}`),
    ...told.flatMap(({ name, reasons, curl }) => [
      '',
      `✗ ${name}`,
      ...reasons.map((reason) => `  ${reason}`),
      ...(curl === undefined ? [] : [`  ${curl}`]),
    ]),
    ...(failures.length === 0 ? [] : ['', ...failures.map((failure) => `✗ ${failure}`)]),
  ].join('\n')
}
