import { isArray, isObject, isText, type Json, type JsonObject, listAt, objectAt, textAt } from '../grammar/json.ts'
import type { Bundle } from '../load/bundle.ts'

/** A discriminator property, and its value that identifies the schema of an object. */
export interface Mark {
  readonly property: string
  readonly value: string
}

const section = '#/components/schemas/'

/**
 * Finds the mark of each schema of `components`: its value is the name that a discriminator maps to the schema, or the schema's own name
 * (OpenAPI 3.1.1, section 4.8.25).
 */
export function readMarks(bundle: Bundle): ReadonlyMap<string, Mark> {
  const components = objectAt(objectAt(bundle.document, 'components'), 'schemas')
  const marks = new Map<string, Mark>()
  for (const schema of bundle.schemas) {
    for (const [name, mark] of alternativesOf(schema)) marks.set(name, mark)
  }
  for (const [name, schema] of Object.entries(components)) {
    const owner = isObject(schema) ? ownerAbove(schema, components, new Set()) : undefined
    const mark = owner === undefined ? undefined : markFor(name, owner)
    if (mark !== undefined) marks.set(name, mark)
  }
  for (const [name, schema] of Object.entries(components)) {
    if (!isObject(schema) || marks.has(name) || hasAlternatives(schema)) continue
    const discriminator = objectAt(schema, 'discriminator')
    const property = textAt(discriminator, 'propertyName')
    const [mapped = childOf(name, components) ?? name] = Object.keys(objectAt(discriminator, 'mapping'))
    if (property !== undefined) marks.set(name, { property, value: mapped })
  }
  return marks
}

/** Returns the marks of the alternatives of a schema with a discriminator, by their names. */
export function alternativesOf(schema: JsonObject): readonly (readonly [name: string, mark: Mark])[] {
  return ['oneOf', 'anyOf'].flatMap((keyword) =>
    listAt(schema, keyword).flatMap((alternative) => {
      const name = nameOf(alternative)
      const mark = name === undefined ? undefined : markFor(name, schema)
      return name === undefined || mark === undefined ? [] : [[name, mark] as const]
    }),
  )
}

/** Returns the name of the component that a schema refers to. */
export function nameOf(schema: Json): string | undefined {
  const reference = isObject(schema) ? schema.$ref : undefined
  if (!isText(reference) || !reference.startsWith(section)) return undefined
  const name = reference.slice(section.length)
  return name.includes('/') ? undefined : name
}

function markFor(name: string, owner: JsonObject): Mark | undefined {
  const discriminator = objectAt(owner, 'discriminator')
  const property = textAt(discriminator, 'propertyName')
  const mapped = Object.entries(objectAt(discriminator, 'mapping')).find(([, target]) => {
    return target === name || target === section + name
  })
  return property === undefined ? undefined : { property, value: mapped?.[0] ?? name }
}

/** Finds the schema with a discriminator that a schema extends by `allOf`. */
function ownerAbove(schema: JsonObject, components: JsonObject, seen: Set<JsonObject>): JsonObject | undefined {
  if (seen.has(schema)) return undefined
  seen.add(schema)
  for (const part of listAt(schema, 'allOf')) {
    const parent = components[nameOf(part) ?? '']
    if (!isObject(parent)) continue
    if (isObject(parent.discriminator) && !hasAlternatives(parent)) return parent
    const owner = ownerAbove(parent, components, seen)
    if (owner) return owner
  }
  return undefined
}

function childOf(name: string, components: JsonObject): string | undefined {
  return Object.keys(components).find((other) => {
    const schema = components[other]
    return isObject(schema) && listAt(schema, 'allOf').some((part) => nameOf(part) === name)
  })
}

function hasAlternatives(schema: JsonObject): boolean {
  return isArray(schema.oneOf) || isArray(schema.anyOf)
}
