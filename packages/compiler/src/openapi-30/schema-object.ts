import { createNames } from '../grammar/identifiers.ts'
import { isObject, isText, type Json, type JsonObject, listAt } from '../grammar/json.ts'
import { mapSubschemas } from '../grammar/map-subschemas.ts'
import { type Complain, checkKeyword, rewriteType, rewriteValues, rewritten } from './keywords.ts'
import { hasOnlyTexts, isNull, mayBeNull, nullSchema, withNull } from './nullable.ts'

/** Converts the schemas of one document from OpenAPI 3.1 to 3.0. */
export interface SchemaConverter {
  /** Converts a schema, and reports what 3.0 cannot express: nothing is dropped silently. */
  convert(schema: Json): JsonObject
  /**
   * By the name of each component `X` that is used in a union with null, the name and schema of its variant `NullableX`: `nullable` has no
   * effect beside a reference, and older generators do not support a union with null.
   */
  readonly nullable: ReadonlyMap<string, readonly [name: string, schema: JsonObject]>
}

const section = '#/components/schemas/'

/** Creates a converter for the schemas of a document with these components. */
export function createSchemaConverter(components: JsonObject, complain: Complain): SchemaConverter {
  const nullable = new Map<string, readonly [name: string, schema: JsonObject]>()
  const freeName = createNames(Object.keys(components))

  function convert(schema: Json): JsonObject {
    if (!isObject(schema)) return schema === true ? {} : { not: {} }
    check(schema)
    const { $ref, ...rest } = schema
    return isText($ref) ? combine({ $ref }, convertKeywords(rest)) : convertKeywords(schema)
  }

  function check(schema: JsonObject): void {
    for (const keyword of Object.keys(schema)) {
      if (keyword !== '$ref' && !rewritten.has(keyword)) checkKeyword(schema, keyword, complain)
    }
    if (isText(schema.$ref) && targetOf(schema.$ref) === undefined) {
      complain(schema, '$ref', 'points into a component, which may differ in OpenAPI 3.0; refer to a whole component')
    }
  }

  function convertKeywords(schema: JsonObject): JsonObject {
    const union = ['oneOf', 'anyOf'].find((keyword) => listAt(schema, keyword).some(isNull))
    if (union !== undefined) return convertUnion(schema, union)
    const kept = Object.entries(schema).filter(([keyword]) => !rewritten.has(keyword))
    const same = kept
      .filter(([keyword, value]) => !saysNothing(keyword, value))
      .map(([keyword, value]) => [keyword, inside(keyword, value)])
    return { ...rewriteType(schema), ...Object.fromEntries(same), ...rewriteValues(schema) }
  }

  function inside(keyword: string, value: Json): Json {
    return typeof value === 'boolean' && keyword === 'additionalProperties'
      ? value
      : mapSubschemas(keyword, value, convert)
  }

  /** Converts `oneOf: [X, { type: 'null' }]`, which means X or null: in 3.0, the last of the others accepts null. */
  function convertUnion(schema: JsonObject, keyword: string): JsonObject {
    const { [keyword]: _, ...rest } = schema
    const around = convertKeywords(rest)
    const others = listAt(schema, keyword).filter((branch) => !isNull(branch))
    const last = others.at(-1)
    if (last === undefined) return combine(nullSchema, around)
    const isTwice = keyword === 'oneOf' && others.some((branch) => mayBeNull(follow(branch)))
    const widened = isTwice ? undefined : orNull(last)
    if (widened === undefined) return { ...around, [keyword]: [...others.map(convert), nullSchema] }
    if (others.length === 1) return combine(widened, around)
    return { ...around, [keyword]: [...others.slice(0, -1).map(convert), widened] }
  }

  function orNull(schema: Json): JsonObject | undefined {
    if (!isObject(schema)) return undefined
    if (!isText(schema.$ref) || Object.keys(schema).length > 1) {
      const widened = withNull(schema)
      // Problems are reported for the source schema, not for the converted one.
      check(schema)
      return widened && convertKeywords(widened)
    }
    const name = nullableName(schema.$ref)
    return name === undefined ? undefined : { $ref: section + name }
  }

  /** Returns the name of the component that accepts what another one accepts, or null. */
  function nullableName(reference: string): string | undefined {
    const original = reference.slice(section.length)
    const known = nullable.get(original)
    if (known) return known[0]
    const component = targetOf(reference)
    const widened = isObject(component) ? withNull(component) : undefined
    if (widened === undefined) return undefined
    const name = freeName(`Nullable${original}`)
    // Registered before it is converted, since it may contain itself.
    nullable.set(original, [name, {}])
    nullable.set(original, [name, convertKeywords(widened)])
    return name
  }

  function targetOf(reference: string): Json | undefined {
    return reference.startsWith(section) ? components[reference.slice(section.length)] : undefined
  }

  function follow(schema: Json): Json {
    return isObject(schema) && isText(schema.$ref) ? (targetOf(schema.$ref) ?? true) : schema
  }

  return { convert, nullable }
}

/** Combines two schemas. Keywords beside a `$ref` would be ignored, so they are put beside an `allOf`. */
function combine(schema: JsonObject, around: JsonObject): JsonObject {
  if (Object.keys(around).length === 0) return schema
  if (schema.$ref === undefined && hasOnlyTexts(around)) return { ...schema, ...around }
  return { ...around, allOf: [schema, ...listAt(around, 'allOf')] }
}

/** Whether a keyword can be dropped: an empty `required` has no effect, and 3.0 requires at least one name in it. */
function saysNothing(keyword: string, value: Json): boolean {
  return keyword === 'required' && Array.isArray(value) && value.length === 0
}
