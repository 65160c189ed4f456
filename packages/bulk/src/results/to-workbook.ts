import { type ResultColumn, resultColumns, toCells } from './cells.ts'
import { oneLine } from './csv-cell.ts'
import type { Result } from './result.ts'

/** Columns whose cells are numbers. */
const numbers: ReadonlySet<ResultColumn> = new Set<ResultColumn>(['line', 'requests'])

/** Streams results as an Excel workbook. Texts are stored as text cells, so none is a formula. */
export async function* toWorkbook(results: AsyncIterable<Result>): AsyncGenerator<Uint8Array, void, undefined> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  const columns = resultColumns.map((header) => ({ header }))
  yield* writeXlsxStream(rowsOf(results), { name: 'Results', columns, freezePane: { rows: 1 } })
}

async function* rowsOf(results: AsyncIterable<Result>): AsyncGenerator<(string | number)[], void, undefined> {
  for await (const result of results) {
    const cells = toCells(result)
    yield resultColumns.map((column) => (numbers.has(column) ? Number(cells[column]) : oneLine(cells[column])))
  }
}
