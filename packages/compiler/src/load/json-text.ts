import { isArray, isObject, type Json } from '../grammar/json.ts'

/** Types the result of a parser as JSON. */
export function toJson(value: unknown): Json {
  return isJson(value) ? value : null
}

function isJson(value: unknown): value is Json {
  return value !== undefined
}

/** Returns the offset in a message of `JSON.parse`; undefined if it has none, as at the end of a text. */
export function jsonErrorOffset(message: string): number | undefined {
  const offset = /at position (\d+)/.exec(message)?.[1]
  return offset === undefined ? undefined : Number(offset)
}

/** Returns the line and column of an offset, from 1. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

const quote = 34
const backslash = 92
const colon = 58

/** Counts the members of all objects in a JSON text, as written: there is a colon for each. */
export function countColons(text: string): number {
  let count = 0
  let quoted = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === quote) quoted = !quoted
    else if (quoted) index += code === backslash ? 1 : 0
    else if (code === colon) count += 1
  }
  return count
}

/** Counts the members of all objects in a value. */
export function countMembers(value: Json): number {
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + countMembers(item), 0)
  if (!isObject(value)) return 0
  const members = Object.values(value)
  return members.reduce<number>((sum, member) => sum + countMembers(member), members.length)
}
