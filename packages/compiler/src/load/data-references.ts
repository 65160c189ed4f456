import { isArray, isObject, isText, type Json } from '../grammar/json.ts'
import { below, type Location } from './source-file.ts'

/** Returns the location of the first `$ref` in a literal. */
export function findReference(value: Json, at: Location): Location | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (isObject(value) && isText(value.$ref)) return below(at, '$ref')
  const members = isArray(value) ? value.entries() : Object.entries(value)
  for (const [key, member] of members) {
    const found = findReference(member, below(at, key))
    if (found) return found
  }
  return undefined
}

export const referenceInData = 'is a `$ref` within data, which some tools follow and others do not'
export const referenceInDataAdvice = 'write the value out'
