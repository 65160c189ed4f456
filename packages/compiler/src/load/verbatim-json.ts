import { canonical, type Json } from '../grammar/json.ts'
import { parseJson } from '../runtime/json-numbers.ts'
import { toJson } from './json-text.ts'
import { type Location, pathOf } from './source-file.ts'

/** Returns the text of a YAML node as written, without the indentation of its context; undefined if it is not JSON. */
export function verbatimJson(at: Location, value: Json): string | undefined {
  const range = at.file.nodeAt(pathOf(at))?.range
  if (!range) return undefined
  const [start, end] = range
  const { column } = at.file.positionOf(start)
  const startsLine = at.file.text.slice(0, start).split('\n').at(-1)?.trim() === ''
  const text = dedent(at.file.text.slice(start, end), startsLine ? column - 1 : Number.POSITIVE_INFINITY)
  return parsesTo(text, value) ? text : undefined
}

/** Removes the common indentation of all lines but the first, at most `limit`. */
function dedent(text: string, limit: number): string {
  const [first = '', ...rest] = text.split('\n')
  const indents = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const indent = Math.min(limit, ...indents)
  return [first, ...rest.map((line) => line.slice(indent))].join('\n')
}

function parsesTo(text: string, value: Json): boolean {
  try {
    return canonical(toJson(parseJson(text))) === canonical(value)
  } catch {
    return false
  }
}
