import { findColumns } from './column-names.ts'
import { toCustomerId } from './customer-id.ts'

/** The character that separates the cells of a row. */
export type Delimiter = ',' | ';' | '\t' | '|'

const delimiters = [',', ';', '\t', '|'] as const

/** A line that names the delimiter; Excel reads it, but does not show it. */
const separatorLine = /^"?sep=([,;|\t]?)/i
/** A line that Windows PowerShell writes before the header. */
const typeLine = /^"?#TYPE\s/

/** Whether a line, or its first cell, describes the file and is not part of the list. */
export function isPreamble(line: string): boolean {
  return separatorLine.test(line) || typeLine.test(line)
}

/** Finds the delimiter from the first lines: the one that a `sep=` line names, or the one that splits the header best. */
export function findDelimiter(start: string): Delimiter {
  const lines = start.split(/[\r\n]+/).map((line) => line.replace(/^\ufeff/, ''))
  const told = lines.map((line) => separatorLine.exec(line.trimStart())?.[1]).find((sign) => sign !== undefined)
  const first = lines.find((line) => !/^[\s,;|]*$/.test(line) && !isPreamble(line)) ?? ''
  // Delimiters within quotes do not count.
  const header = first.replace(/"[^"]*"/g, (cell) => cell.replace(/[,;\t|]/g, ' '))
  const counts = delimiters.map((delimiter) => ({ delimiter, cells: header.split(delimiter) }))
  const fitting = counts.filter(({ cells }) => cells.length > 1 && hasCustomerId(cells))
  const candidates = fitting.length > 0 ? fitting : counts
  const best = candidates.reduce((a, b) => (b.cells.length > a.cells.length ? b : a))
  return delimiters.find((delimiter) => delimiter === told) ?? best.delimiter
}

function hasCustomerId(cells: readonly string[]): boolean {
  const plain = cells.map((cell) => cell.replaceAll('"', '').trim())
  return findColumns(plain) !== undefined || plain.some((cell) => toCustomerId(cell) !== undefined)
}
