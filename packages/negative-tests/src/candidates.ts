import type { JsonObject } from '@partner-upgrades/spec-diff/document'
import { typesOf } from './evaluate.ts'

const ofEachType: readonly (readonly [type: string, value: unknown])[] = [
  ['null', null],
  ['boolean', true],
  ['integer', 7],
  ['number', 7.5],
  ['string', 'text'],
  ['array', []],
  ['object', {}],
]

/** Texts that violate a format, by format. */
const misformatted: Readonly<Record<string, readonly string[]>> = {
  uuid: ['4c721420-72ad-4708-a0a7', 'not-a-guid'],
  'date-time': ['2019-08-29', 'yesterday'],
  date: ['29.8.2019'],
  email: ['nobody'],
  uri: ['no uri'],
}

/** Returns values that a keyword of a schema may forbid, derived from a valid one. The caller checks which are forbidden. */
export function candidatesFor(keyword: string, schema: JsonObject, valid: unknown): readonly unknown[] {
  const limit = Number(schema[keyword])
  const text = String(valid)
  switch (keyword) {
    case 'type': {
      const types = typesOf(schema)
      return (
        ofEachType
          .filter(([type]) => !types.includes(type) && !(type === 'integer' && types.includes('number')))
          // A fraction distinguishes integers from numbers; for other types, one number is enough.
          .filter(([type]) => type !== 'number' || types.includes('integer'))
          .map(([, value]) => value)
      )
    }
    case 'enum':
    case 'const':
      return typeof valid === 'number' ? [valid + 1, valid + 1_000] : [`${text}-not`, !valid]
    case 'minLength':
      return [text.slice(0, Math.max(0, limit - 1))]
    case 'maxLength':
      return [text.padEnd(limit + 1, 'x')]
    case 'pattern':
      return [`urn:uuid:${text}`, `{${text}}`, `${text}!`, ` ${text}`, text.slice(1), '!', '', 'x', '0']
    case 'format':
      return misformatted[String(schema.format)] ?? []
    case 'minimum':
      return [limit - 1]
    case 'maximum':
      return [limit + 1]
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return [limit]
    case 'multipleOf':
      return [Number(valid) + limit / 2]
    case 'minItems':
      return Array.isArray(valid) ? [valid.slice(0, Math.max(0, limit - 1))] : []
    case 'maxItems':
      return Array.isArray(valid) ? [Array.from({ length: limit + 1 }, () => valid[0] ?? null)] : []
    case 'uniqueItems':
      return Array.isArray(valid) ? [[...valid, ...valid]] : []
    default:
      return []
  }
}

/** Every keyword that {@link candidatesFor} knows how to break. */
export const breakable: readonly string[] = [
  ...['type', 'enum', 'const', 'minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum'],
  ...['exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minItems', 'maxItems', 'uniqueItems'],
]
