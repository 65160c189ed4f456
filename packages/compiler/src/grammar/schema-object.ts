import { list, map, type ObjectType, object, referenceable, unsupported } from './node-type.ts'

const identifies = unsupported(
  'schemas are identified by their place; remove it and refer with $ref: …#/components/schemas/Name',
)
const dynamic = unsupported('references that are resolved at run time are not supported; use a plain $ref')

export const schemaObject: ObjectType = referenceable(
  object('Schema', () => {
    const literals =
      '$schema type format title description const enum required minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems uniqueItems minContains maxContains minProperties maxProperties dependentRequired deprecated readOnly writeOnly nullable $comment contentMediaType contentEncoding contentSchema xml externalDocs'
    return {
      ...Object.fromEntries(literals.split(' ').map((keyword) => [keyword, 'data'])),
      default: 'example',
      example: 'example',
      examples: 'example',
      ...Object.fromEntries(subschemaKeywords.map((keyword) => [keyword, schemaObject])),
      ...Object.fromEntries(subschemaListKeywords.map((keyword) => [keyword, list(schemaObject)])),
      ...Object.fromEntries(subschemaMapKeywords.map((keyword) => [keyword, map(schemaObject)])),
      discriminator: object('Discriminator', () => ({ propertyName: 'text', mapping: map('text') }), ['propertyName']),
      $id: identifies,
      $anchor: identifies,
      $dynamicAnchor: dynamic,
      $dynamicRef: dynamic,
      $recursiveAnchor: dynamic,
      $recursiveRef: dynamic,
      $vocabulary: unsupported('only the vocabularies of JSON Schema 2020-12 are known; remove it'),
    }
  }),
)

/** The keywords that hold a schema; below, those that hold a list of schemas, and schemas by name. */
export const subschemaKeywords: readonly string[] = [
  'items',
  'additionalProperties',
  'unevaluatedProperties',
  'unevaluatedItems',
  'contains',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
]
export const subschemaListKeywords: readonly string[] = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
export const subschemaMapKeywords: readonly string[] = [
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'definitions',
]
