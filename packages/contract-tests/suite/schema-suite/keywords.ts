import { isArray, isObject } from '@partner-upgrades/spec-diff/document'

/** Keywords that inform people and do not affect validation (validation, 9; extensions of OpenAPI). */
const annotations = new Set([
  'title',
  'description',
  'examples',
  'example',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
])

const ofSchemas = new Set(['items', 'not', 'if', 'then', 'else', 'contains', 'propertyNames', 'additionalProperties'])
const ofLists = new Set(['oneOf', 'anyOf', 'allOf', 'prefixItems'])
const ofNames = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas'])

/** The keywords of a document's schemas that affect validation, and its formats. */
export interface Keywords {
  readonly keywords: ReadonlySet<string>
  readonly formats: ReadonlySet<string>
}

/** Collects the keywords of every schema in a document: in its components, parameters, headers and bodies. */
export function keywordsOf(document: unknown): Keywords {
  const keywords = new Set<string>()
  const formats = new Set<string>()
  const visitSchema = (schema: unknown): void => {
    if (!isObject(schema)) return
    for (const [keyword, value] of Object.entries(schema)) {
      if (annotations.has(keyword) || keyword.startsWith('x-')) continue
      keywords.add(keyword)
      if (keyword === 'format') formats.add(String(value))
      if (ofSchemas.has(keyword)) visitSchema(value)
      if (ofLists.has(keyword) && isArray(value)) value.forEach(visitSchema)
      if (ofNames.has(keyword) && isObject(value)) Object.values(value).forEach(visitSchema)
    }
  }
  const visit = (value: unknown): void => {
    if (isArray(value)) value.forEach(visit)
    if (!isObject(value)) return
    for (const [key, member] of Object.entries(value)) {
      if (key === 'schema') visitSchema(member)
      else if (key === 'schemas' && isObject(member)) Object.values(member).forEach(visitSchema)
      else if (key !== 'example' && key !== 'examples') visit(member)
    }
  }
  visit(document)
  return { keywords, formats }
}
