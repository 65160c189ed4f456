import { isArray, isObject, isText, type Json, objectAt } from '../grammar/json.ts'
import type { Bundle } from '../load/bundle.ts'
import { toJsonSchema } from '../schema/to-json-schema.ts'

const section = '#/components/schemas/'

/** Converts each schema of the document to a self-contained JSON Schema 2020-12, by name. */
export function toJsonSchemas(bundle: Bundle): ReadonlyMap<string, Json> {
  const schemas = objectAt(objectAt(bundle.document, 'components'), 'schemas')
  return new Map(Object.keys(schemas).map((name) => [name, selfContained(name, schemas, bundle)]))
}

function selfContained(root: string, schemas: Readonly<Record<string, Json>>, bundle: Bundle): Json {
  const { version } = bundle
  const reference = (pointer: string): string => {
    const [name = '', ...rest] = pointer.slice(section.length).split('/')
    return [name === root ? '#' : `#/$defs/${name}`, ...rest.map(encodeURIComponent)].join('/')
  }
  const convert = (name: string): Json => toJsonSchema(schemas[name] ?? true, { version, reference, annotations: true })
  const schema = convert(root)
  const needed = [...reachable(root, schemas, bundle)].filter((name) => name !== root)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: root,
    ...(isObject(schema) ? schema : { allOf: [schema] }),
    ...(needed.length > 0 ? { $defs: { ...ownDefinitions(schema), ...byName(needed, convert) } } : {}),
  }
}

function ownDefinitions(schema: Json): Readonly<Record<string, Json>> {
  return isObject(schema) ? objectAt(schema, '$defs') : {}
}

function byName(names: readonly string[], convert: (name: string) => Json): Readonly<Record<string, Json>> {
  return Object.fromEntries(names.map((name) => [name, convert(name)]))
}

/** Returns the names of the schemas that a schema refers to, directly or not, and its own, in the order of their first use. */
function reachable(root: string, schemas: Readonly<Record<string, Json>>, { extensions }: Bundle): ReadonlySet<string> {
  const found = new Set([root])
  // A set may grow while it is walked.
  for (const name of found) for (const next of referencesIn(schemas[name] ?? null, extensions)) found.add(next)
  return found
}

function referencesIn(value: Json, extensions: Bundle['extensions']): readonly string[] {
  if (typeof value !== 'object' || value === null || extensions.has(value)) return []
  if (isArray(value)) return value.flatMap((item) => referencesIn(item, extensions))
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === '$ref' && isText(member) && member.startsWith(section)) {
      return [member.slice(section.length).split('/')[0] ?? '']
    }
    return referencesIn(member, extensions)
  })
}
