import type { Paint } from './paint.ts'
import { printable } from './printable.ts'

const gap = '  '

/**
 * Formats a table with no line longer than `width`: where it does not fit, the longest column is cut.
 *
 * @param whole the number of leading columns, such as one with IDs, that are cut only once nothing is left of the others
 */
export function toTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  paint: Paint,
  width: number,
  whole = 0,
): readonly string[] {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  for (const first of [whole, 0]) {
    while (total(widths) > width && Math.max(...widths.slice(first)) > 1) {
      const longest = Math.max(...widths.slice(first))
      widths[widths.indexOf(longest, first)] = longest - 1
    }
  }
  const toLine = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => fit(cell, widths[column] ?? 0))
      .join(gap)
      .trimEnd()
  return [paint('dim', toLine(header)), ...rows.map(toLine)]
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, 0) + gap.length * (widths.length - 1)
}

function fit(cell: string, width: number): string {
  const text = printable(cell)
  return text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text.padEnd(width)
}
