import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Delimiter } from './delimiter.ts'
import { LongLineError, longestLine } from './line-length-limit.ts'
import type { ParsedLine } from './parsed-row.ts'

/** Splits CSV into the cells of its rows. */
export async function* readCsv(
  bytes: AsyncIterable<Buffer>,
  delimiter: Delimiter,
): AsyncGenerator<ParsedLine, void, undefined> {
  const parser = parse({
    delimiter,
    // Lines added with another program may have different line endings.
    record_delimiter: ['\r\n', '\n', '\r'],
    // An unclosed quote turns all lines that follow into one record.
    max_record_size: longestLine,
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  })
  // The parser forwards the errors of the file.
  pipeline(bytes, parser, () => {})
  let line = 0
  try {
    for await (const { record, info } of parser) {
      line = info.lines
      yield { line, cells: record }
    }
  } catch (error) {
    if (error instanceof LongLineError) yield { line: error.line, problem: error.message }
    else if (!(error instanceof CsvError)) throw error
    else if (error.code !== 'CSV_MAX_RECORD_SIZE') {
      yield { line: Number(error.lines ?? 0), problem: `invalid CSV: ${error.message}` }
    } else {
      const most = longestLine.toLocaleString('en')
      yield {
        line: line + 1,
        problem: `the row that starts here is longer than ${most} bytes; a closing quote may be missing`,
      }
    }
  }
}
