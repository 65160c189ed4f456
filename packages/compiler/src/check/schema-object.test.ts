import { expect, test } from 'vitest'
import { documentOf, readFiles } from '../../test/fixture.ts'
import { checkSchemaExamples, checkSchemas } from './schema-object.ts'

function saidOf(parts: Parameters<typeof documentOf>[0], check = checkSchemas): readonly string[] {
  const { reader, problems } = readFiles({ 'openapi.yaml': documentOf(parts) })
  check(reader)
  return problems().map(({ pointer, message }) => `${pointer} ${message}`)
}

const schemas = (text: string): string => `components: { schemas: ${text} }`
const at = '/components/schemas/Thing'

// OpenAPI 3.1.1, sections 4.8.1 and 4.8.24.5: the dialect of schemas is given by its URI.
test.each([
  ['https://json-schema.org/draft/2020-12/schema', true],
  ['https://json-schema.org/draft/2020-12/schema#', true],
  ['https://spec.openapis.org/oas/3.1/dialect/base', true],
  ['https://json-schema.org/draft/2019-09/schema', false],
  ['https://json-schema.org/draft/2020-12/schema/core', false],
  ['https://example.com/?https://json-schema.org/draft/2020-12/schema', false],
])('The dialect %s is known: %s', (dialect, isKnown) => {
  expect(saidOf({ rest: `jsonSchemaDialect: ${dialect}` })).toEqual(
    isKnown ? [] : ['/jsonSchemaDialect is not supported; remove it, so that schemas are JSON Schema 2020-12'],
  )
  expect(saidOf({ rest: schemas(`{ Thing: { $schema: '${dialect}' } }`) })).toEqual(
    isKnown ? [] : [`${at}/$schema is another dialect, and schemas are read as JSON Schema 2020-12; remove it`],
  )
})

// OpenAPI 3.1.1, section 4.8.7.1.
test('The name of a schema has letters, digits, dots, underscores and hyphens', () => {
  const rest = schemas("{ Thing: {}, a.b-c_1: {}, 'a b': {}, '+a': {}, 'a+': {} }")
  const names = ['a b', '+a', 'a+']
  expect([...saidOf({ rest })].sort()).toEqual(
    names.map((name) => `/components/schemas/${name} is not a name; use letters, digits, . _ -`).sort(),
  )
})

const unknown = 'does not exist in OpenAPI 3.0; use 3.1, or express it differently'

// OpenAPI 3.0.4, section 4.7.24: the keywords of JSON Schema that it lacks, each with a value.
const ofNewer: readonly (readonly [keyword: string, value: string])[] = [
  ['const', '1'],
  ['examples', '[1]'],
  ['if', '{}'],
  ['then', '{}'],
  ['else', '{}'],
  ['prefixItems', '[{}]'],
  ['contains', '{}'],
  ['minContains', '1'],
  ['maxContains', '1'],
  ['propertyNames', '{}'],
  ['patternProperties', '{}'],
  ['dependentSchemas', '{}'],
  ['dependentRequired', '{}'],
  ['$defs', '{}'],
  ['definitions', '{}'],
  ['unevaluatedProperties', '{}'],
  ['unevaluatedItems', '{}'],
  ['contentMediaType', 'text/plain'],
  ['contentEncoding', 'base64'],
  ['contentSchema', '{}'],
  ['$schema', "'https://json-schema.org/draft/2020-12/schema'"],
]

test('Keywords that only 3.1 has are reported in 3.0', () => {
  const all = ofNewer.map(([keyword, value]) => `Of${keyword.slice(1)}: { ${keyword}: ${value} }`)
  const rest = schemas(`{ ${all.join(', ')} }`)
  expect(saidOf({ rest })).toEqual([])
  expect(saidOf({ rest, version: '3.0.4' })).toEqual(
    ofNewer.map(([keyword]) => `/components/schemas/Of${keyword.slice(1)}/${keyword} ${unknown}`),
  )
})

test.each<[string, string, readonly string[], string?]>([
  ['a type', '{ Thing: { type: string, minLength: 1 } }', []],
  ['a list of types', "{ Thing: { type: [string, 'null'] } }", []],
  [
    'a list of types in 3.0',
    "{ Thing: { type: [string, 'null'] } }",
    [`${at}/type is a list, which OpenAPI 3.0 does not support; use 3.1, or \`nullable\``],
    '3.0.4',
  ],
  ['nullable in 3.0', '{ Thing: { type: string, nullable: true } }', [], '3.0.4'],
  [
    'nullable in 3.1',
    '{ Thing: { nullable: false } }',
    [`${at}/nullable has no meaning in OpenAPI 3.1; write \`type: [string, 'null']\``],
  ],
  [
    'a keyword with an invalid value',
    '{ Thing: { minLength: many, properties: { a: { type: 1 } } } }',
    [
      `${at}/minLength is not a schema: /minLength must be integer; correct it`,
      `${at}/properties/a/type is not a schema: /type must be one of "array", "boolean", "integer", "null", "number", "object", "string"; correct it`,
      `${at}/properties/a/type is not a schema: /type must be array; correct it`,
      `${at}/properties/a/type is not a schema: /type must match a schema in anyOf; correct it`,
    ],
  ],
  [
    'a property that validators ignore',
    '{ Thing: { properties: { __proto__: {} } } }',
    [`${at}/properties/__proto__ is not supported as the name of a property, since validators ignore it`],
  ],
  ['patterns', "{ Thing: { pattern: '^a+$', patternProperties: { '^b': {} } } }", []],
  [
    'invalid patterns',
    "{ Thing: { pattern: '[', patternProperties: { '(': {} } } }",
    [
      `${at}/pattern is not a regular expression: Invalid regular expression: /[/u: Unterminated character class; correct the pattern`,
      `${at}/patternProperties/( is not a regular expression: Invalid regular expression: /(/u: Unterminated group; correct the pattern`,
    ],
  ],
  [
    'a mapping of a discriminator',
    "{ Thing: { discriminator: { propertyName: a, mapping: { x: Thing, y: '#/components/schemas/Thing' } } } }",
    [],
  ],
  [
    'a mapping of a discriminator to schemas that do not exist',
    "{ Thing: { discriminator: { propertyName: a, mapping: { x: Other, y: '#/components/responses/Thing', z: 'x#/components/schemas/Thing' } } } }",
    ['x', 'y', 'z'].map(
      (name) =>
        `${at}/discriminator/mapping/${name} does not name a schema of the document; use #/components/schemas/Name`,
    ),
  ],
])('The problems reported for %s', (_, text, said, version) => {
  expect(saidOf({ rest: schemas(text), version })).toEqual(said)
})

// JSON Schema 2020-12, Core, section 9.4.1: a schema must not refer to itself without end.
test('A schema that contains itself in the same place is reported, and one that does so elsewhere is not', () => {
  const itself = (name: string): string => `{ $ref: '#/components/schemas/${name}' }`
  const keywords = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas']
  const without = ['properties', 'items', 'prefixItems', 'additionalProperties', '$defs']
  const members = [...keywords, ...without].map((keyword) => {
    const name = `By-${keyword.replace('$', '')}`
    if (/Of$|prefix/.test(keyword)) return `${name}: { ${keyword}: [{ type: object }, ${itself(name)}] }`
    return /ies$|Schemas$|defs$/.test(keyword) && keyword !== 'additionalProperties'
      ? `${name}: { ${keyword}: { a: ${itself(name)} } }`
      : `${name}: { ${keyword}: ${itself(name)} }`
  })
  const twice = `Twice: { allOf: [${itself('Plain')}, ${itself('Plain')}] }, Plain: { type: object }`
  const round = `A: { $ref: '#/components/schemas/B' }, B: { allOf: [${itself('A')}] }`
  const said = saidOf({ rest: schemas(`{ ${members.join(', ')}, ${twice}, ${round} }`) })
  const message = 'contains itself in the same place, without end; put it under a property or items'
  const names = [...keywords.map((keyword) => `By-${keyword}`), 'A']
  expect(said.map((each) => each.replace(/^\/components\/schemas\/([\w-]+)\S*/, '$1')).sort()).toEqual(
    names.map((name) => `${name} ${message}`).sort(),
  )
})

const correct = 'correct the example or the schema'

test.each<[string, readonly string[]]>([
  ['{ type: string, example: a, examples: [b, c], default: d, x-known-values: [{ value: e, description: E }] }', []],
  ['{ type: string, example: 1 }', [`${at}/example the example contradicts its schema: it must be string; ${correct}`]],
  ['{ type: string, default: 1 }', [`${at}/default the default contradicts its schema: it must be string; ${correct}`]],
  [
    '{ type: string, examples: [a, 1] }',
    [`${at}/examples an example contradicts its schema: it must be string; ${correct}`],
  ],
  ['{ type: string, examples: a }', []],
  [
    '{ type: string, x-known-values: [{ value: 1 }, { value: null }] }',
    [
      `${at}/x-known-values the known value 1 contradicts its schema: it must be string; correct one of them`,
      `${at}/x-known-values the known value null contradicts its schema: it must be string; correct one of them`,
    ],
  ],
  [
    '{ x-known-values: [{ value: a }, { value: A }, { value: a }] }',
    [`${at}/x-known-values the known value "a" is listed twice; remove one`],
  ],
  [
    '{ x-case-insensitive: true, x-known-values: [{ value: a }, { value: A }] }',
    [`${at}/x-known-values the known value "A" is listed twice; remove one`],
  ],
  ['{ x-case-insensitive: false, x-known-values: [{ value: a }, { value: A }] }', []],
])('The examples, default and known values of %s are checked', (schema, said) => {
  expect(saidOf({ rest: schemas(`{ Thing: ${schema} }`) }, checkSchemaExamples)).toEqual(said)
})
