import { type ApiDocument, type KnownValue, resolve, type Schema } from '../contract/document.ts'
import { proseOf } from '../contract/prose.ts'
import { evidenceLine } from './evidence.ts'
import { oneLine } from './markdown.ts'

/** The maximum nesting depth: beyond it, a page would only repeat resources that it has already shown. */
const deepest = 4

/** Lists the properties of a schema as a nested Markdown list. */
export function schemaList(document: ApiDocument, given: Schema, depth = 0, seen: readonly string[] = []): string {
  const { schema, name } = unwrap(document, given)
  const trail = name === undefined ? seen : [...seen, name]
  const inner = schema.items === undefined ? schema : unwrap(document, schema.items).schema
  const own = schema.items === undefined ? trail : [...trail, unwrap(document, schema.items).name ?? '']
  const lines = Object.entries(inner.properties ?? {}).map(([property, value]) => {
    const { schema: target, name: reference } = unwrap(document, value)
    const required = inner.required?.includes(property) ? ', required' : ''
    const head = `**\`${property}\`** ${typeOf(document, value)}${required}. ${describe({ ...target, ...described(value) })}`
    const isCycle = reference !== undefined && own.includes(reference)
    const nested = isCycle || depth >= deepest ? '' : schemaList(document, value, depth + 1, own)
    return item(head, depth) + knownValues(target, depth + 1) + nested
  })
  return lines.join('')
}

/** Lists the known values of a schema in Markdown. */
export function knownValues(schema: Schema, depth: number): string {
  return (schema['x-known-values'] ?? []).map((known) => item(describeValue(known), depth)).join('')
}

function describeValue({ value, description, 'x-evidence': evidence }: KnownValue): string {
  return sentences(`\`${value}\`${description === undefined ? '' : `: ${description}`}`, evidenceLine(evidence))
}

/** Describes the type of a schema in a few words. */
export function typeOf(document: ApiDocument, given: Schema): string {
  const { schema, name, isNullable } = unwrap(document, given)
  const types = [schema.type ?? 'any'].flat()
  const base = types.filter((type) => type !== 'null')
  const items =
    schema.items === undefined ? '' : ` of ${unwrap(document, schema.items).name ?? typeOf(document, schema.items)}`
  const known = name !== undefined && schema.properties !== undefined ? name : (name ?? base.join(' or '))
  return `${known}${items}${isNullable || types.includes('null') ? ' or null' : ''}`
}

function describe(schema: Schema): string {
  const fallback = schema.default === undefined ? '' : `Default: \`${JSON.stringify(schema.default)}\`.`
  return sentences(proseOf(schema.description), fallback, evidenceLine(schema['x-evidence']))
}

function described({ description, 'x-evidence': evidence }: Schema): Schema {
  return {
    ...(description !== undefined && { description }),
    ...(evidence !== undefined && { 'x-evidence': evidence }),
  }
}

/** Resolves references and removes "or null" from a schema. */
function unwrap(
  document: ApiDocument,
  given: Schema,
): { schema: Schema; name: string | undefined; isNullable: boolean } {
  const alternatives = given.oneOf ?? given.anyOf
  if (alternatives !== undefined) {
    const others = alternatives.filter(({ type }) => type !== 'null')
    const [only] = others
    if (others.length === 1 && only !== undefined)
      return { ...unwrap(document, only), isNullable: others.length < alternatives.length }
  }
  return { schema: resolve(document, given), name: given.$ref?.split('/').at(-1), isNullable: false }
}

function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

function item(text: string, depth: number): string {
  return `${'  '.repeat(depth)}- ${oneLine([text])}\n`
}
