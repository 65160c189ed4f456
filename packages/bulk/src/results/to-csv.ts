import { resultColumns, toCells } from './cells.ts'
import { toCsvRow } from './csv-cell.ts'
import type { Result } from './result.ts'

/** The cell separator: a semicolon if the list has semicolons, as spreadsheets in some locales require. */
export type ResultDelimiter = ',' | ';'

/** Returns the header row. The byte order mark at its start tells spreadsheets that the file is UTF-8. */
export function csvHeader(delimiter: ResultDelimiter): string {
  return `\uFEFF${toCsvRow(resultColumns, delimiter)}`
}

/** Formats a result as a row of CSV. Every cell is quoted, and spreadsheets treat none as a formula. */
export function toCsv(result: Result, delimiter: ResultDelimiter): string {
  const cells = toCells(result)
  return toCsvRow(
    resultColumns.map((column) => cells[column]),
    delimiter,
  )
}
