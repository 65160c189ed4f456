import { resultColumns, toCells } from './cells.ts'
import { toCsvRow } from './csv-cell.ts'
import type { Result } from './result.ts'

/** What separates cells: a semicolon where the list has semicolons, for that is what the country's spreadsheets read and write. */
export type ResultDelimiter = ',' | ';'

/** Names the columns. The mark at the start tells spreadsheets that the file is UTF-8. */
export function csvHeader(delimiter: ResultDelimiter): string {
  return `\uFEFF${toCsvRow(resultColumns, delimiter)}`
}

/** Writes a result as a row of CSV. Every cell is quoted, and none is a formula to a spreadsheet. */
export function toCsv(result: Result, delimiter: ResultDelimiter): string {
  const cells = toCells(result)
  return toCsvRow(
    resultColumns.map((column) => cells[column]),
    delimiter,
  )
}
