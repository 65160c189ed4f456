import { isObject, type Json, type JsonObject, listAt, objectAt, textAt } from '../grammar/json.ts'
import { exactJson } from '../load/exact-json.ts'
import { below, type Location } from '../load/source-file.ts'
import type { Example } from '../runtime/model.ts'
import type { Reader } from './reader.ts'

export type Examples = Readonly<Record<string, Example>>

/**
 * Reads the examples of a media type, parameter or header, and checks them against its schema. `example` is named
 * `example`. Without any, the examples of the schema are used.
 */
export function readExamples(owner: JsonObject, reader: Reader, schema: Json | undefined = owner.schema): Examples {
  const found: Record<string, Example> = {}
  if (owner.example !== undefined && owner.examples !== undefined) {
    reader.complain(owner, 'example', 'is combined with `examples`, but they exclude each other; keep one')
  }
  if (owner.example !== undefined) {
    const at = reader.bundle.origin(owner, 'example')
    if (reader.checkExample(schema, owner.example, at, 'the example')) found.example = exampleOf(owner.example, at)
  }
  const named = objectAt(owner, 'examples')
  for (const [name, entry] of Object.entries(named)) {
    const example = reader.follow(entry)
    const { value } = example
    if (value === undefined) {
      const at = reader.bundle.origin(named, name)
      reader.repairs.instead('omitted', at, `example \`${name}\` has no \`value\``, 'give one')
      continue
    }
    const at = reader.bundle.origin(example, 'value')
    if (!reader.checkExample(schema, value, at, `example \`${name}\``)) continue
    const summary = (isObject(entry) ? textAt(entry, 'summary') : undefined) ?? textAt(example, 'summary')
    found[name] = { ...(summary === undefined ? {} : { summary }), ...exampleOf(value, at) }
  }
  return Object.keys(found).length > 0 ? found : examplesOfSchema(schema, reader)
}

function examplesOfSchema(schema: Json | undefined, reader: Reader): Examples {
  if (!isObject(schema)) return {}
  const owner = schema.example === undefined && schema.examples === undefined ? reader.follow(schema) : schema
  const at = reader.bundle.origin
  const single: readonly Placed[] = owner.example === undefined ? [] : [[owner.example, at(owner, 'example')]]
  const several = listAt(owner, 'examples').map((value, index): Placed => [value, below(at(owner, 'examples'), index)])
  const values = [
    ...single.filter(([value, place]) => reader.checkExample(owner, value, place, 'the example')),
    ...several.filter(([value]) => reader.checkExample(owner, value, at(owner, 'examples'), 'an example')),
  ]
  return Object.fromEntries(
    values.map(([value, place], index) => [index === 0 ? 'example' : `example${index + 1}`, exampleOf(value, place)]),
  )
}

type Placed = readonly [value: Json, at: Location]

function exampleOf(value: Json, at: Location): Example {
  const json = exactJson(at, value)
  return json === undefined ? { value } : { value, json }
}

/** Reads the examples of a response or its headers. Without a valid one, generates one if repairs are allowed. */
export function readAnswers(owner: JsonObject, reader: Reader): Examples {
  const found = readExamples(owner, reader)
  const { schema } = owner
  if (!reader.repairs.allowed || schema === undefined || Object.keys(found).length > 0) return found
  const made = reader.maker.make(schema)
  const at = reader.bundle.origin(owner)
  if ('reason' in made) {
    reader.repairs.note(
      'missing',
      at,
      `has no valid example, and none could be generated from its schema: ${made.reason}`,
    )
    return found
  }
  reader.repairs.note('generated', at, 'has no valid example; one was generated from its schema')
  return { made: { summary: 'Generated from the schema', value: made.value } }
}
