import { createJsonRows, parseJson } from './json-row.ts'
import { LongLineError } from './line-length-limit.ts'
import type { ParsedRow } from './parsed-row.ts'

/** Reads JSON Lines: an object with the columns of a list on each line that is not blank. */
export async function* readJsonLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<ParsedRow, void, undefined> {
  const toRow = createJsonRows()
  let line = 0
  try {
    for await (const text of linesOf(bytes)) {
      line++
      const trimmed = text.trim()
      if (trimmed !== '') yield toRow(parseJson(trimmed), line)
    }
  } catch (error) {
    if (!(error instanceof LongLineError)) throw error
    yield { line: error.line, problem: error.message }
  }
}

/** Splits text into lines. Node's `readline` would also split at U+2028 and U+2029, which JSON may contain unescaped. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of bytes) {
    const text = rest + decoder.decode(chunk, { stream: true })
    // A carriage return at the end may be half of a line ending.
    const end = text.endsWith('\r') ? text.length - 1 : text.length
    const lines = text.slice(0, end).split(lineEnd)
    rest = (lines.pop() ?? '') + text.slice(end)
    yield* lines
  }
  yield* (rest + decoder.decode()).split(lineEnd)
}

const lineEnd = /\r\n|\n|\r/
