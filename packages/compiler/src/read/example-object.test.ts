import { expect, test } from 'vitest'
import { documentOf, type Readable, readFiles } from '../../test/fixture.ts'
import { type JsonObject, objectAt } from '../grammar/json.ts'
import { readAnswers, readExamples } from './example-object.ts'

const components = `components:
  schemas:
    Thing: { type: integer, examples: [4, 5] }
    Plain: { type: integer }
  examples:
    One: { summary: Theirs, value: 1 }`

/** Returns a media type, ready to be read. */
function ownerOf(yaml: string, repair = false): Readable & { readonly owner: JsonObject } {
  const paths = `/things: { get: { operationId: getThings, responses: { '200': { description: Ok, content: { application/json: ${yaml} } } } } }`
  const read = readFiles({ 'openapi.yaml': documentOf({ paths, rest: components }) }, repair)
  const operation = objectAt(objectAt(objectAt(read.reader.bundle.document, 'paths'), '/things'), 'get')
  const content = objectAt(objectAt(objectAt(operation, 'responses'), '200'), 'content')
  return { ...read, owner: objectAt(content, 'application/json') }
}

const at = '/paths/~1things/get/responses/200/content/application~1json'
const thing = "schema: { $ref: '#/components/schemas/Thing' }"

function examplesOf(yaml: string): Readonly<Record<string, unknown>> {
  const { owner, reader, problems } = ownerOf(yaml)
  const examples = readExamples(owner, reader)
  expect(problems()).toEqual([])
  return examples
}

// OpenAPI 3.1.1, sections 4.8.14 (Media Type Object) and 4.8.19 (Example Object).
test.each<[string, Readonly<Record<string, unknown>>]>([
  ['{}', {}],
  ['{ example: 1 }', { example: { value: 1 } }],
  ['{ example: null }', { example: { value: null } }],
  [
    '{ examples: { b: { value: 2 }, a: { summary: One, value: 1 } } }',
    { b: { value: 2 }, a: { summary: 'One', value: 1 } },
  ],
  ["{ examples: { a: { $ref: '#/components/examples/One' } } }", { a: { summary: 'Theirs', value: 1 } }],
  ["{ examples: { a: { $ref: '#/components/examples/One', summary: Ours } } }", { a: { summary: 'Ours', value: 1 } }],
  ['{ examples: { a: { value: 9007199254740993 } } }', { a: { value: 9007199254740992, json: '9007199254740993' } }],
  [`{ ${thing} }`, { example: { value: 4 }, example2: { value: 5 } }],
  [`{ ${thing}, example: 1 }`, { example: { value: 1 } }],
  ["{ schema: { $ref: '#/components/schemas/Thing', example: 8 } }", { example: { value: 8 } }],
  ["{ schema: { $ref: '#/components/schemas/Thing', examples: [7] } }", { example: { value: 7 } }],
  ["{ schema: { $ref: '#/components/schemas/Plain' } }", {}],
  [
    '{ schema: { type: integer, example: 1, examples: [2, 9007199254740993] } }',
    {
      example: { value: 1 },
      example2: { value: 2 },
      example3: { value: 9007199254740992, json: '9007199254740993' },
    },
  ],
  ['{ schema: true }', {}],
])('The examples of %s are %j', (yaml, examples) => {
  expect(examplesOf(yaml)).toStrictEqual(examples)
})

// With complete messages: the problem, and what to do.
test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
  [
    '{ example: 1, examples: { a: { value: 2 } } }',
    { example: { value: 1 }, a: { value: 2 } },
    [`${at}/example is combined with \`examples\`, but they exclude each other; keep one`],
  ],
  [
    '{ schema: { type: integer }, example: a }',
    {},
    [`${at}/example the example contradicts its schema: it must be integer; correct the example or the schema`],
  ],
  [
    '{ schema: { type: integer }, examples: { a: { value: a }, b: { value: 1 } } }',
    { b: { value: 1 } },
    [
      `${at}/examples/a/value example \`a\` contradicts its schema: it must be integer; correct the example or the schema`,
    ],
  ],
  ['{ examples: { a: { summary: A } } }', {}, [`${at}/examples/a example \`a\` has no \`value\`; give one`]],
  [
    '{ schema: { type: integer, example: a, examples: [b, 2] } }',
    { example: { value: 2 } },
    [
      `${at}/schema/example the example contradicts its schema: it must be integer; correct the example or the schema`,
      `${at}/schema/examples an example contradicts its schema: it must be integer; correct the example or the schema`,
    ],
  ],
])('Of %s, the examples %j remain', (yaml, examples, messages) => {
  const { owner, reader, problems } = ownerOf(yaml)
  expect(readExamples(owner, reader)).toStrictEqual(examples)
  expect(problems().map(({ pointer, message }) => `${pointer} ${message}`)).toEqual(messages)
})

// With `repair`, a response without an example gets one generated from its schema.
test.each<[string, Readonly<Record<string, unknown>>, readonly (readonly string[])[]]>([
  ['{ example: 1, schema: { type: integer } }', { example: { value: 1 } }, []],
  ['{}', {}, []],
  [
    '{ schema: { type: integer, minimum: 7 } }',
    { made: { summary: 'Generated from the schema', value: 7 } },
    [['generated', at, 'has no valid example; one was generated from its schema']],
  ],
  [
    '{ example: a, schema: { type: integer } }',
    { made: { summary: 'Generated from the schema', value: 0 } },
    [
      ['omitted', `${at}/example`, 'the example contradicts its schema: it must be integer'],
      ['generated', at, 'has no valid example; one was generated from its schema'],
    ],
  ],
  [
    '{ examples: { a: { summary: A }, b: { value: 1 } } }',
    { b: { value: 1 } },
    [['omitted', `${at}/examples/a`, 'example `a` has no `value`']],
  ],
  [
    '{ schema: false }',
    {},
    [['missing', at, 'has no valid example, and none could be generated from its schema: it boolean schema is false']],
  ],
])('The response %s, once repaired, has the examples %j', (yaml, examples, repairs) => {
  const { owner, reader } = ownerOf(yaml, true)
  expect(readAnswers(owner, reader)).toStrictEqual(examples)
  expect(reader.repairs.list().map(({ kind, pointer, message }) => [kind, pointer, message])).toEqual(repairs)
})

test('No example is generated if repairs are not allowed', () => {
  const { owner, reader } = ownerOf('{ schema: { type: integer } }')
  expect(readAnswers(owner, reader)).toEqual({})
  expect(reader.repairs.list()).toEqual([])
})
