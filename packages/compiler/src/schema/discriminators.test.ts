import { expect, test } from 'vitest'
import { bundleFiles, documentOf } from '../../test/fixture.ts'
import { alternativesOf, nameOf, readMarks } from './discriminators.ts'

const ref = (name: string): string => `{ $ref: '#/components/schemas/${name}' }`
const extending = (...names: readonly string[]): string => `{ allOf: [${names.map(ref).join(', ')}] }`

/** Returns the mark of each schema, as property and value. */
function marksOf(schemas: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const members = Object.entries(schemas).map(([name, schema]) => `    ${name}: ${schema}`)
  const rest = `components:\n  schemas:\n${members.join('\n')}`
  const marks = readMarks(bundleFiles({ 'openapi.yaml': documentOf({ rest }) }).whole)
  return Object.fromEntries([...marks].map(([name, { property, value }]) => [name, `${property}: ${value}`]))
}

const byKind = 'discriminator: { propertyName: kind }'

// OpenAPI 3.1.1, section 4.8.25 (Discriminator Object): the value is a name mapped to a schema, or the name of the schema.
test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
  ['no discriminator', { Cat: '{ type: object }', Sub: extending('Cat'), One: `{ oneOf: [${ref('Cat')}] }` }, {}],
  [
    'alternatives with their own names',
    { Pet: `{ oneOf: [${ref('Cat')}], anyOf: [${ref('Dog')}], ${byKind} }`, Cat: '{}', Dog: '{}' },
    { Cat: 'kind: Cat', Dog: 'kind: Dog' },
  ],
  [
    'alternatives mapped by name and by reference',
    {
      Pet: `{ oneOf: [${ref('Cat')}, ${ref('Dog')}], discriminator: { propertyName: kind, mapping: { feline: Cat, canine: '#/components/schemas/Dog' } } }`,
      Cat: '{}',
      Dog: '{}',
    },
    { Cat: 'kind: feline', Dog: 'kind: canine' },
  ],
  [
    'an alternative without a name',
    {
      Pet: `{ oneOf: [{ type: object }, true, { $ref: '#/components/schemas/Cat/properties/inner' }], ${byKind} }`,
      Cat: '{ properties: { inner: {} } }',
    },
    {},
  ],
  [
    'schemas that extend one, directly or not',
    { Base: `{ ${byKind} }`, Sub: extending('Base'), Lower: extending('Sub'), Apart: '{ allOf: [{}, true] }' },
    { Sub: 'kind: Sub', Lower: 'kind: Lower', Base: 'kind: Sub' },
  ],
  [
    'a schema that extends several',
    { Plain: '{}', Base: `{ ${byKind} }`, Sub: extending('Plain', 'Base') },
    { Sub: 'kind: Sub', Base: 'kind: Sub' },
  ],
  [
    'a schema that extends one with discriminated alternatives',
    {
      Cat: '{}',
      Pet: `{ oneOf: [${ref('Cat')}], ${byKind} }`,
      Any: `{ anyOf: [${ref('Cat')}], ${byKind} }`,
      Sub: extending('Pet', 'Any'),
    },
    { Cat: 'kind: Cat' },
  ],
  [
    'the schema itself, by the first mapping',
    { Base: '{ discriminator: { propertyName: kind, mapping: { one: Other, two: Base } } }', Other: '{}' },
    { Base: 'kind: one' },
  ],
  ['the schema itself, by its own name if nothing extends it', { Base: `{ ${byKind} }` }, { Base: 'kind: Base' }],
  ['a schema that is true', { Yes: 'true', Sub: extending('Yes') }, {}],
])('Objects are marked for %s', (_, schemas, marks) => {
  expect(marksOf(schemas)).toEqual(marks)
})

test('A schema that extends itself has no mark, and causes no endless loop', () => {
  const components = {
    A: { allOf: [{ $ref: '#/components/schemas/B' }] },
    B: { allOf: [{ $ref: '#/components/schemas/A' }] },
  }
  const { whole } = bundleFiles({ 'openapi.yaml': documentOf() })
  expect([...readMarks({ ...whole, document: { components: { schemas: components } }, schemas: [] })]).toEqual([])
})

test('Alternatives without a discriminator have no marks', () => {
  expect(alternativesOf({ oneOf: [{ $ref: '#/components/schemas/Cat' }] })).toEqual([])
})

test.each([
  [{ $ref: '#/components/schemas/Cat' }, 'Cat'],
  [{ $ref: '#/components/schemas/Cat/items' }, undefined],
  [{ $ref: '#/components/responses/Cat' }, undefined],
  [{ type: 'object' }, undefined],
  [true, undefined],
])('The component that %j refers to is %s', (schema, name) => {
  expect(nameOf(schema)).toBe(name)
})
