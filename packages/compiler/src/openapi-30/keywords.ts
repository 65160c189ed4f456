import { isArray, isText, type Json, type JsonObject } from '../grammar/json.ts'
import { nullSchema, typesOf } from './nullable.ts'

/** Reports a construct that OpenAPI 3.0 cannot express: in which object, at which key, why and what to do. */
export type Complain = (owner: JsonObject, key: string | undefined, message: string) => void

/** Reports a keyword, other than those in `rewritten`, that 3.0 lacks or does not allow in this form. */
export function checkKeyword(schema: JsonObject, keyword: string, complain: Complain): void {
  const value = schema[keyword]
  if (!shared.has(keyword) && !keyword.startsWith('x-')) {
    complain(schema, keyword, 'has no counterpart in OpenAPI 3.0; express it differently, or in the description')
  }
  if (keyword === 'enum' && isArray(value) && value.length === 0) {
    complain(schema, keyword, 'is empty, which OpenAPI 3.0 forbids; write `not: {}`')
  }
  if (keyword === 'enum' && schema.const !== undefined) {
    complain(schema, keyword, 'is combined with `const`, which becomes `enum` in OpenAPI 3.0; leave out one of them')
  }
  if (keyword === 'pattern' && isText(value) && later.test(value)) {
    complain(schema, keyword, 'is not a pattern of ECMA-262 5.1, which OpenAPI 3.0 uses; write it in that syntax')
  }
  if (keyword === 'anyOf' && typesOf(schema).filter((type) => type !== 'null').length > 1) {
    complain(schema, keyword, 'is combined with a list of types, which becomes `anyOf` in 3.0; put it into `allOf`')
  }
}

const shared = new Set(
  [
    'title description default format pattern enum required multipleOf maximum minimum maxLength minLength',
    'maxItems minItems uniqueItems maxProperties minProperties allOf oneOf anyOf not items properties',
    'additionalProperties discriminator readOnly writeOnly xml externalDocs example deprecated',
  ].flatMap((names) => names.split(' ')),
)
/** Matches newer regular expression syntax: Unicode properties, code points, lookbehind and named groups. */
const later = /\\p\{|\\u\{|\(\?</i

/** Keywords that are converted for 3.0, which `checkKeyword` need not check; comments, meant for editors of the source, are dropped. */
export const rewritten: ReadonlySet<string> = new Set(
  'type const examples exclusiveMinimum exclusiveMaximum $comment'.split(' '),
)

/** Converts `const`, exclusive bounds and examples to 3.0. */
export function rewriteValues(schema: JsonObject): JsonObject {
  return {
    ...rewriteConst(schema),
    ...rewriteBound(schema, 'minimum', 'exclusiveMinimum', Math.max),
    ...rewriteBound(schema, 'maximum', 'exclusiveMaximum', Math.min),
    ...rewriteExamples(schema),
  }
}

/** Converts `type` to 3.0: a single type, possibly with `nullable`, or a union. */
export function rewriteType(schema: JsonObject): JsonObject {
  const all = typesOf(schema)
  const types = all.filter((type) => type !== 'null')
  if (all.length > 0 && types.length === 0) return nullSchema
  const orNull = types.length < all.length ? { nullable: true } : {}
  // An array must have `items` beside its type.
  const forms = types.map((type) => ({ type, ...orNull, ...(type === 'array' ? { items: {} } : {}) }))
  return forms.length > 1 ? { anyOf: forms } : (forms[0] ?? {})
}

function rewriteConst(schema: JsonObject): JsonObject {
  if (schema.const === undefined) return {}
  return schema.const === null && schema.type === undefined ? nullSchema : { enum: [schema.const] }
}

function rewriteBound(
  schema: JsonObject,
  inclusive: string,
  exclusive: string,
  stricter: (a: number, b: number) => number,
): JsonObject {
  const [limit, open] = [schema[inclusive], schema[exclusive]]
  if (typeof open !== 'number') return {}
  if (typeof limit === 'number' && stricter(limit, open) !== open) return {}
  return { [inclusive]: open, [exclusive]: true }
}

function rewriteExamples({ examples, example }: JsonObject): JsonObject {
  const first: Json | undefined = isArray(examples) ? examples[0] : undefined
  return first === undefined || example !== undefined ? {} : { example: first }
}
