import { findColumns } from './column-names.ts'
import { createJsonRows, isObject, parseJson } from './json-row.ts'
import type { ParsedRow } from './parsed-row.ts'

/** The largest JSON document to read, in bytes: it must be held in memory as a whole. */
export const largestJson: number = 64 << 20

/**
 * Distinguishes JSON Lines from a JSON document: an array, an object over several lines, or a collection as APIs return.
 *
 * @param start the start of the text, including the whole first line unless that is very long
 */
export function jsonKind(start: string): 'lines' | 'document' | undefined {
  const text = start.replace(/^\ufeff/, '').trimStart()
  if (/^\[\s*(?:["{[\]]|$)/.test(text)) return 'document'
  // A brace may also start a customer ID.
  if (!/^\{\s*(?:["}]|$)/.test(text)) return undefined
  const [first = ''] = text.split(/[\r\n]/, 1)
  const value = parseJson(first)
  if (isObject(value)) return collectionIn(value) === undefined ? 'lines' : 'document'
  return first.trimEnd().endsWith('}') ? 'lines' : 'document'
}

/** Reads a JSON document: an array, a collection with an array in it, or a single object. */
export async function* readJson(bytes: AsyncIterable<Buffer>): AsyncGenerator<ParsedRow, void, undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    size += chunk.length
    if (size > largestJson) {
      const most = largestJson.toLocaleString('en')
      yield {
        line: 1,
        problem: `this JSON document is larger than ${most} bytes: write one object a line (JSON Lines)`,
      }
      return
    }
  }
  yield* rowsOf(new TextDecoder().decode(Buffer.concat(chunks)))
}

function* rowsOf(text: string): Generator<ParsedRow, void, undefined> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    yield { line: 1, problem: `invalid JSON: ${error instanceof Error ? error.message : String(error)}` }
    return
  }
  const toRow = createJsonRows()
  const property = isObject(value) ? collectionIn(value) : undefined
  const items = isObject(value) && property !== undefined ? value[property] : value
  if (!Array.isArray(items)) {
    yield toRow(value, 1)
    return
  }
  const lines = linesOfItems(text, property)
  for (const item of items) yield toRow(item, lines.next().value ?? 1)
}

/** The property with the customers of a collection: the only array in an object that is not a customer itself. */
function collectionIn(value: Readonly<Record<string, unknown>>): string | undefined {
  const names = Object.keys(value)
  const arrays = names.filter((name) => Array.isArray(value[name]))
  return arrays.length === 1 && findColumns(names) === undefined ? arrays[0] : undefined
}

const token = /"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^"[\]{},\n]+/g

/** The lines on which the items of an array start: the outermost array, or the one in the given property. */
function* linesOfItems(text: string, property: string | undefined): Generator<number, undefined, undefined> {
  const depth = property === undefined ? 1 : 2
  let [line, open, previous, inside, expected] = [1, 0, '', property === undefined, true]
  for (const [found] of text.matchAll(token)) {
    if (found === '\n') line++
    if (/^\s*$/.test(found)) continue
    if (inside && open === depth && expected && found !== ']') {
      yield line
      expected = false
    }
    if (found === ',' && open === depth) expected = true
    if (property !== undefined && found === '[' && open === 1) inside = previous === property
    if (found === '{' || found === '[') open++
    if (found === '}' || found === ']') open--
    if (found.startsWith('"')) previous = String(parseJson(found))
  }
  return undefined
}
