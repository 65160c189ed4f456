import { sample } from 'openapi-sampler'
import {
  isArray,
  isObject,
  isText,
  type Json,
  type JsonArray,
  type JsonObject,
  listAt,
  objectAt,
} from '../grammar/json.ts'
import { mapSubschemas } from '../grammar/map-subschemas.ts'
import type { Bundle } from '../load/bundle.ts'
import { alternativesOf, type Mark, nameOf, readMarks } from './discriminators.ts'
import type { Validators } from './validators.ts'

/** Generates values that match their schemas. */
export interface ExampleSampler {
  /** Returns a value for a schema, or the reason why none could be generated. */
  readonly make: (schema: Json) => Made
}

export type Made = { readonly value: Json } | { readonly reason: string }

export function createExampleSampler(bundle: Bundle, validators: Validators): ExampleSampler {
  const made = new Map<Json, Made>()
  const isWrong: Drops = (schema, keyword) => {
    const value = schema[keyword]
    const values = keyword === 'examples' && isArray(value) ? value : [value]
    return values.some((each) => each !== undefined && validators.check(schema, each).length > 0)
  }
  const isAny: Drops = () => true
  const marks = readMarks(bundle)
  const manners: readonly Manner[] = [
    { drops: isWrong },
    { drops: isWrong, requiredOnly: true },
    // Examples that match each part of a value need not match the whole.
    { drops: isAny },
    { drops: isAny, requiredOnly: true },
    // A recursive list must be empty at some depth.
    // A value of the first alternative may match others, too, though exactly one must match.
    ...Array.from({ length: mostTurns }, (_, turn): Manner => {
      return { drops: isAny, requiredOnly: true, emptyLists: true, turn }
    }),
  ]
  // A discriminator may contradict the schemas that it selects.
  const all = marks.size === 0 ? manners : [...manners.map((manner): Manner => ({ ...manner, marks })), ...manners]
  const methods = all.map((manner) => once(() => createMethod(bundle, manner)))

  function attempt(schema: Json): Made {
    let reason: string | undefined
    for (const method of methods) {
      const value = method()(schema)
      const [first] = validators.check(schema, value)
      if (first === undefined) return { value }
      reason ??= `${first.pointer === '' ? 'it' : first.pointer} ${first.message}`
    }
    return { reason: reason ?? 'no way is known' }
  }

  return {
    make: (schema) => {
      const key = isObject(schema) && isText(schema.$ref) && Object.keys(schema).length === 1 ? schema.$ref : schema
      const known = made.get(key) ?? attempt(schema)
      made.set(key, known)
      return known
    },
  }
}

type Method = (schema: Json) => Json
type Drops = (schema: JsonObject, keyword: string) => boolean

interface Manner {
  /** Decides which of a schema's own examples are ignored. */
  readonly drops: Drops
  /** Whether to leave out optional properties. */
  readonly requiredOnly?: boolean
  /** Whether lists are empty if that is allowed. */
  readonly emptyLists?: boolean
  /** The marks of objects with a discriminator, by the names of their schemas. */
  readonly marks?: ReadonlyMap<string, Mark>
  /** The number of alternatives to skip. */
  readonly turn?: number
}

const mostTurns = 21

function createMethod(bundle: Bundle, manner: Manner): Method {
  const { openapi } = bundle.document
  const own = objectAt(objectAt(bundle.document, 'components'), 'schemas')
  const schemas = {}
  // A value needs only a few of many schemas, so each is adapted on demand.
  for (const [name, schema] of Object.entries(own)) {
    Object.defineProperty(schemas, name, { get: once(() => marked(adapt(schema, manner), manner.marks?.get(name))) })
  }
  const document = { openapi, components: { schemas } }
  const options = {
    quiet: true,
    enablePatterns: true,
    skipWriteOnly: true,
    skipNonRequired: manner.requiredOnly === true,
  }
  return (schema) => {
    const given: unknown = adapt(schema, manner)
    return isSchema(given) ? toJson(sample(given, options, document)) : {}
  }
}

function isSchema(value: unknown): value is Parameters<typeof sample>[0] {
  return typeof value === 'object' && value !== null
}

/** Copies a value, which may share parts with the document, without undefined members. */
function toJson(value: unknown): Json {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

const exampleKeywords = new Set(['example', 'examples', 'default'])

/** Adapts a schema so that the sampler generates a matching value. */
function adapt(schema: Json, manner: Manner): Json {
  if (!isObject(schema)) return schema
  const { drops, turn = 0 } = manner
  const own = new Map(alternativesOf(schema))
  const kept = Object.entries(schema).filter(([keyword]) => !exampleKeywords.has(keyword) || !drops(schema, keyword))
  const adapted = kept.map(([keyword, value]) => {
    const parts = mapSubschemas(keyword, value, (part) => adapt(part, manner))
    if ((keyword !== 'oneOf' && keyword !== 'anyOf') || !isArray(parts)) return [keyword, parts]
    return [keyword, rotate(manner.marks ? parts.map((part) => markedBy(own, part)) : parts, turn)]
  })
  const isList = manner.emptyLists === true && schema.items !== undefined && schema.minItems === undefined
  const hasOwn = kept.some(([keyword]) => exampleKeywords.has(keyword))
  const made = isList ? { example: [] } : !hasOwn && isGuidPattern(schema.pattern) ? { example: guid } : {}
  return { ...Object.fromEntries(adapted), ...made }
}

const guid = '3fa85f64-5717-4562-b3fc-2c963f66afa6'

/** Whether a pattern accepts a GUID and nothing shorter: the sampler would generate zeros, which mean "none" to many services. */
function isGuidPattern(pattern: Json | undefined): boolean {
  if (!isText(pattern)) return false
  const expression = new RegExp(pattern, 'u')
  return expression.test(guid) && !expression.test(guid.slice(1))
}

/** Restricts the discriminator of an alternative to its value. */
function markedBy(marks: ReadonlyMap<string, Mark>, alternative: Json): Json {
  const mark = marks.get(nameOf(alternative) ?? '')
  return mark === undefined ? alternative : { allOf: [alternative, toSchema(mark)] }
}

/** Restricts the discriminator of a schema to its value, unless it has alternatives, which the sampler ignores beside `allOf`. */
function marked(schema: Json, mark: Mark | undefined): Json {
  if (mark === undefined || !isObject(schema) || isArray(schema.oneOf) || isArray(schema.anyOf)) return schema
  return { ...schema, allOf: [...listAt(schema, 'allOf'), toSchema(mark)] }
}

function toSchema({ property, value }: Mark): JsonObject {
  return { type: 'object', required: [property], properties: { [property]: { type: 'string', enum: [value] } } }
}

function rotate(list: JsonArray, turn: number): JsonArray {
  const first = list.length === 0 ? 0 : turn % list.length
  return [...list.slice(first), ...list.slice(0, first)]
}

function once<T>(make: () => T): () => T {
  let known: T | undefined
  return () => {
    known ??= make()
    return known
  }
}
