import { expect, test } from 'vitest'
import { compileFiles, documentOf, loadFiles, oneOperation, problemsOf, the } from '../../test/fixture.ts'

const answer = (schema: string): string =>
  oneOperation(`responses: { '200': { description: Ok, content: { application/json: { schema: ${schema} } } } }`)

test("A file that is a component is referenced by the component's name", async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ $ref: schemas/thing.yaml }'),
      rest: 'components: { schemas: { Thing: { $ref: schemas/thing.yaml } } }',
    }),
    'schemas/thing.yaml': 'type: object\nproperties: { parts: { type: array, items: { $ref: "#" } } }',
  })
  expect(document).toMatchObject({
    paths: {
      '/things': {
        get: {
          responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } } },
        },
      },
    },
    components: {
      schemas: { Thing: { properties: { parts: { items: { $ref: '#/components/schemas/Thing' } } } } },
    },
  })
})

test('A schema that is not a component becomes one, named after its file', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({ paths: answer('{ $ref: schemas/thing.yaml }') }),
    'schemas/thing.yaml': 'type: object\nproperties: { next: { $ref: thing.yaml } }',
  })
  expect(document).toMatchObject({
    components: { schemas: { thing: { properties: { next: { $ref: '#/components/schemas/thing' } } } } },
  })
})

test('A name that is already taken gets a number', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ anyOf: [{ $ref: a/thing.yaml }, { $ref: b/thing.yaml }] }'),
    }),
    'a/thing.yaml': 'type: string',
    'b/thing.yaml': 'type: integer',
  })
  expect(document).toMatchObject({
    components: { schemas: { thing: { type: 'string' }, thing2: { type: 'integer' } } },
  })
})

test('A path item, an example and a fault replace their references', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({ paths: '/things: { $ref: paths/things.yaml }' }),
    'paths/things.yaml': `get:
  operationId: getThings
  responses:
    '200':
      description: Ok
      content: { application/json: { examples: { one: { $ref: '../bodies.yaml#/first' } } } }`,
    'bodies.yaml': 'first: { value: [1] }',
  })
  expect(document).toMatchObject({
    paths: {
      '/things': {
        get: { responses: { 200: { content: { 'application/json': { examples: { one: { value: [1] } } } } } } },
      },
    },
  })
})

test('An entry may reference its content through several files', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ $ref: first.yaml }'),
      rest: 'components: { schemas: { Thing: { $ref: first.yaml } } }',
    }),
    'first.yaml': '$ref: second.yaml',
    'second.yaml': 'type: string',
  })
  expect(document).toMatchObject({ components: { schemas: { Thing: { type: 'string' } } } })
})

test('Siblings of an intermediate $ref apply only through that reference', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: answer("{ type: array, prefixItems: [{ $ref: '#/components/schemas/Short' }, { $ref: text.yaml }] }"),
      rest: 'components: { schemas: { Short: { $ref: short.yaml } } }',
    }),
    'short.yaml': '$ref: text.yaml\nmaxLength: 2',
    'text.yaml': 'type: string',
  })
  const validate = the(the(contract.operations.getThings).responses[200]).content['application/json']?.validate
  expect(validate?.(['ab', 'abc'])).toEqual([])
  expect(validate?.(['abc', 1])?.map(({ pointer, keyword }) => `${pointer} ${keyword}`)).toEqual([
    '/0 maxLength',
    '/1 type',
  ])
})

test('A schema may reference itself', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: answer('{ $ref: count.yaml }'),
      rest: 'components: { schemas: { Count: { $ref: count.yaml } } }',
    }),
    'count.yaml': "$defs: { a: { type: integer }, b: { $ref: '#/$defs/a' } }\n$ref: '#/$defs/b'",
  })
  const validate = the(the(contract.operations.getThings).responses[200]).content['application/json']?.validate
  expect(validate?.(5)).toEqual([])
  expect(validate?.('a')).toHaveLength(1)
})

test('Components that only reference each other are an error', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({
      rest: "components: { schemas: { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } } }",
    }),
  })
  expect(problems[0]?.message).toMatch(/contains itself in the same place/)
})

test('An alias that comes first leaves the file to the component that defines it', async () => {
  const { document } = await compileFiles({
    'openapi.yaml': documentOf({
      rest: "components: { schemas: { Alias: { $ref: '#/components/schemas/Thing' }, Thing: { $ref: thing.yaml } } }",
    }),
    'thing.yaml': 'type: string',
  })
  expect(document).toMatchObject({
    components: { schemas: { Alias: { $ref: '#/components/schemas/Thing' }, Thing: { type: 'string' } } },
  })
})

test('A description beside a reference replaces that of the target', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: oneOperation(
        "responses: { '400': { $ref: '#/components/responses/Bad', description: Worse }, '404': { $ref: '#/components/responses/Bad' } }",
      ),
      rest: 'components: { responses: { Bad: { description: Bad } } }',
    }),
  })
  const { responses } = the(contract.operations.getThings)
  expect([responses[400]?.description, responses[404]?.description]).toEqual(['Worse', 'Bad'])
})

test('A component may be an alias of another component', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: answer("{ $ref: '#/components/schemas/Alias' }"),
      rest: "components: { schemas: { Alias: { $ref: '#/components/schemas/Thing' }, Thing: { type: string } } }",
    }),
  })
  const validate = the(the(contract.operations.getThings).responses[200]).content['application/json']?.validate
  expect(validate?.('text')).toEqual([])
  expect(validate?.(1)).toHaveLength(1)
})

test('A pointer may target a part of a component, or a schema that is not a component', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: answer(
        "{ type: array, prefixItems: [{ $ref: '#/components/schemas/Thing/properties/name' }, { $ref: '#/components/responses/Other/content/application~1json/schema' }] }",
      ),
      rest: `components:
  schemas: { Thing: { type: object, properties: { name: { type: string } } } }
  responses: { Other: { description: Other, content: { application/json: { schema: { type: integer } } } } }`,
    }),
  })
  const validate = the(the(contract.operations.getThings).responses[200]).content['application/json']?.validate
  expect(validate?.(['text', 1])).toEqual([])
  expect(validate?.([1, 'text'])?.map(({ pointer }) => pointer)).toEqual(['/0', '/1'])
})

test('A $ref within an example is an error, because tools disagree about its meaning', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({
      paths: oneOperation(
        "responses: { '200': { description: Ok, content: { application/json: { example: [{ $ref: one.yaml }] } } } }",
      ),
    }),
    'one.yaml': '1',
  })
  expect(problems[0]).toMatchObject({
    pointer: '/paths/~1things/get/responses/200/content/application~1json/example/0/$ref',
    message: expect.stringMatching(/is a `\$ref` within data.*write the value out/),
  })
})

test.each([
  ['a file that is not there', 'missing.yaml', /leads to .*missing\.yaml, which does not exist; correct the path/],
  [
    'a place that is not there',
    '#/components/schemas/Missing',
    /`#\/components\/schemas\/Missing` does not resolve; correct/,
  ],
  ['an anchor', '#thing', /`#thing` does not resolve/],
  ['another machine', 'https://example.com/thing.yaml', /is remote, and nothing is fetched; keep a copy/],
])('A reference to %s is an error at the reference', async (_, reference, message) => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: '/things: { $ref: paths/things.yaml }' }),
    'paths/things.yaml': `get:
  operationId: getThings
  responses:
    '200':
      description: Ok
      content:
        application/json:
          schema: { $ref: '${reference}' }`,
  })
  expect(problems).toEqual([
    {
      file: 'paths/things.yaml',
      line: 8,
      column: 27,
      pointer: '/get/responses/200/content/application~1json/schema/$ref',
      message: expect.stringMatching(message),
      operations: ['getThings'],
    },
  ])
})

test('A path item that references itself is an error', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: '/things: { $ref: things.yaml }' }),
    'things.yaml': '$ref: things.yaml',
  })
  expect(problems[0]?.message).toMatch(/is circular; only schemas may/)
})

test('A file that does not parse is an error at the position where parsing stops', async () => {
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: '/things: { $ref: things.yaml }' }),
    'things.yaml': 'get:\n  operationId: [getThings\n',
  })
  expect(problems[0]).toMatchObject({
    file: 'things.yaml',
    line: 3,
    message: expect.stringMatching(/^does not parse: /),
  })
})

test('A duplicate key is an error', async () => {
  const problems = await problemsOf({ 'openapi.yaml': `${documentOf()}\ninfo: { title: Again, version: 2.0.0 }` })
  expect(problems[0]?.message).toMatch(/^`info` stands twice in the same mapping; keep one$/)
})
