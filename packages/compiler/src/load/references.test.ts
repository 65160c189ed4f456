import { expect, test } from 'vitest'
import { compileFiles, documentOf, loadFiles, oneOperation, problemsOf, the } from '../../test/fixture.ts'
import { valueAt } from '../grammar/json.ts'

const answers = (text: string): string => oneOperation(`responses: ${text}`)
const answer = (schema: string): string =>
  answers(`{ '200': { description: Ok, content: { application/json: { schema: ${schema} } } } }`)

async function validateOf(files: Readonly<Record<string, string>>) {
  const { contract } = await loadFiles(files)
  return the(the(contract.operations.getThings).responses[200]?.content['application/json']?.validate)
}

test('A schema from a file does not take the name of an existing component', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ $ref: thing.yaml }'),
      rest: `components:
  responses: { other: { description: Other } }
  schemas: { thing: { type: boolean } }`,
    }),
    'thing.yaml': 'type: string',
  })
  expect(document).toMatchObject({
    components: { schemas: { thing: { type: 'boolean' }, thing2: { type: 'string' } } },
  })
})

test('A schema may have the name of a component of another kind', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ $ref: other.yaml }'),
      rest: 'components: { responses: { other: { description: Other } } }',
    }),
    'other.yaml': 'type: string',
  })
  expect(document).toMatchObject({ components: { schemas: { other: { type: 'string' } } } })
})

test('A file name is turned into a valid component name', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({ paths: answer("{ $ref: './my & thing.yaml' }") }),
    'my & thing.yaml': 'type: string',
  })
  expect(Object.keys(Object(Object(document.components).schemas))).toEqual(['my_thing'])
})

test('A pointer into a file that is a component becomes a pointer into the component', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer("{ $ref: 'thing.yaml#/properties/name' }"),
      rest: 'components: { schemas: { Thing: { $ref: thing.yaml } } }',
    }),
    'thing.yaml': 'type: object\nproperties: { name: { type: string } }',
  })
  const response = {
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing/properties/name' } } },
  }
  expect(document).toMatchObject({ paths: { '/things': { get: { responses: { 200: response } } } } })
  expect(Object.keys(Object(Object(document.components).schemas))).toEqual(['Thing'])
})

test('An example within a component is referenced in place', async () => {
  const one = '#/components/responses/Other/content/application~1json/examples/one'
  const { document, files } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answers(
        `{ '200': { description: Ok, content: { application/json: { examples: { two: { $ref: '${one}' } } } } } }`,
      ),
      rest: `components:
  responses: { Other: { description: Other, content: { application/json: { examples: { one: { value: [1] } } } } } }`,
    }),
  })
  expect(JSON.stringify(document)).toContain(`"two":{"$ref":"${one}"}`)
  expect(files.get('contract.ts')).toMatch(/two: \{ value: \[1\] \}/)
})

test("Keywords that a component adds to the schema of a file apply together with the file's", async () => {
  const validate = await validateOf({
    'openapi.yaml': documentOf({
      paths: answer("{ $ref: '#/components/schemas/Short' }"),
      rest: 'components: { schemas: { Short: { $ref: text.yaml, maxLength: 9 } } }',
    }),
    'text.yaml': 'type: string\nmaxLength: 5',
  })
  expect(validate('12345')).toEqual([])
  expect(validate('123456')).toHaveLength(1)
})

test('Siblings of a $ref to a file replace its fields, except in a schema', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answers("{ '400': { $ref: bad.yaml, description: Worse }, '404': { $ref: bad.yaml } }"),
      rest: 'components: { responses: { Named: { $ref: bad.yaml, description: Named } } }',
    }),
    'bad.yaml': 'description: Bad\nheaders: { X-Why: { schema: { type: string } } }',
  })
  const headers = { 'X-Why': { schema: { type: 'string' } } }
  expect(document).toMatchObject({
    components: { responses: { Named: { description: 'Named', headers } } },
  })
  expect(Object(document.components).schemas).toBeUndefined()
})

const done = "responses: { '204': { description: Done } }"

// OpenAPI 3.1.1, section 4.9: an extension may have any value, so a `$ref` in it is not a Reference Object.
test.each([
  ['the document', documentOf({ rest: 'x-policy: { $ref: policies#Use }' }), ['x-policy', '$ref']],
  ['a list', documentOf({ rest: "x-docs: [5, { $ref: '#/x-rules/one' }]" }), ['x-docs', '1', '$ref']],
  [
    'an operation',
    documentOf({ paths: oneOperation(`x-policy: { any: { $ref: none.yaml } }\n${done}`) }),
    ['paths', '/things', 'get', 'x-policy', 'any', '$ref'],
  ],
  [
    'a schema',
    documentOf({ rest: "components: { schemas: { Thing: { x-from: { $ref: '#/components/schemas/Gone' } } } }" }),
    ['components', 'schemas', 'Thing', 'x-from', '$ref'],
  ],
])('A $ref in an unknown extension of %s is unchanged', async (_, text, path) => {
  const { document, files } = await compileFiles({ 'openapi.yaml': text })
  expect(valueAt(document, path)).toEqual(expect.any(String))
  expect(files.get('schemas/Thing.json') ?? '').not.toContain('Gone')
})

test('A file that is not a schema may be used in several places', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({ paths: answers("{ '400': { $ref: bad.yaml }, '404': { $ref: bad.yaml } }") }),
    'bad.yaml': 'description: Bad',
  })
  const { responses } = the(contract.operations.getThings)
  expect([responses[400]?.description, responses[404]?.description]).toEqual(['Bad', 'Bad'])
})

test.each([
  [
    'an example',
    'content: { application/json: { schema: { type: string }, example: { a: 1 } } }',
    4,
    '/content/application~1json/example',
  ],
  [
    'the $ref of an example',
    'content: { application/json: { example: [{ $ref: a.yaml }] } }',
    4,
    '/content/application~1json/example/0/$ref',
  ],
  [
    'a schema',
    'content: { application/json: { schema: { type: text } } }',
    4,
    '/content/application~1json/schema/type',
  ],
])('A mistake in %s is reported with the file that contains it', async (_, text, line, pointer) => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: answers("{ '200': { $ref: ok.yaml } }") }),
    'ok.yaml': `description: >
  More
  lines
${text}`,
  })
  expect(problems.map((problem) => [problem.file, problem.line, problem.pointer])).toContainEqual([
    'ok.yaml',
    line,
    pointer,
  ])
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['ok.yaml']))
})

test("A mistake in a schema that became a component is reported in the schema's own file", async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: answer('{ $ref: thing.yaml }') }),
    'thing.yaml': 'type: object\nproperties:\n  name: { type: string, default: 1 }',
  })
  expect(problems).toEqual([
    expect.objectContaining({ file: 'thing.yaml', line: 3, pointer: '/properties/name/default' }),
  ])
})

test('Files that only reference each other are circular', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ rest: 'components: { responses: { Bad: { $ref: a.yaml } } }' }),
    'a.yaml': '$ref: b.yaml',
    'b.yaml': '$ref: a.yaml',
  })
  expect(problems).toContainEqual(
    expect.objectContaining({
      pointer: '/components/responses/Bad/$ref',
      message: 'is circular; give the component content',
    }),
  )
})

test('Components that only reference each other are circular', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({
      paths: answers("{ '400': { $ref: '#/components/responses/Bad' } }"),
      rest: `components:
  responses: { Bad: { $ref: '#/components/responses/Worse' }, Worse: { $ref: '#/components/responses/Bad' } }`,
    }),
  })
  expect(problems.map(({ message }) => message)).toContain('is circular; give the component content')
})

test('A component with only a description beside its reference is an alias of the file; one with more is not', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ $ref: text.yaml }'),
      rest: `components:
  schemas:
    Text: { $ref: text.yaml, description: Any text, x-note: 1 }`,
    }),
    'text.yaml': 'type: string',
  })
  const schema = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Text' } } } }
  expect(document).toMatchObject({ paths: { '/things': { get: { responses: { 200: schema } } } } })
  const other = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ $ref: text.yaml }'),
      rest: 'components: { schemas: { Text: { $ref: text.yaml, maxLength: 1 } } }',
    }),
    'text.yaml': 'type: string',
  })
  expect(JSON.stringify(other.document)).toContain('"schema":{"$ref":"#/components/schemas/text"}')
})

// RFC 6901, section 6: a pointer in a fragment is percent-encoded.
test.each(['a b', 'a%20b', '^x/y~z', 'é'])('A reference to a property named "%s" is followed', async (name) => {
  const pointer = encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))
  const reference = `#/components/schemas/Thing/properties/${pointer}`
  const files = {
    'openapi.yaml': documentOf({
      paths: answer(`{ $ref: '${reference}' }`),
      rest: `components: { schemas: { Thing: { properties: { '${name}': { type: integer } } }, Use: { items: { $ref: '${reference}' } } } }`,
    }),
  }
  const validate = await validateOf(files)
  expect([validate(1), validate('1').length]).toEqual([[], 1])
  const { items } = JSON.parse(the((await compileFiles(files)).files.get('schemas/Use.json')))
  expect(decodeURIComponent(items.$ref)).toBe(
    `#/$defs/Thing/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  )
})
