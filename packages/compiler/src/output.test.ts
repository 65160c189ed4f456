import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileFiles, documentOf, oneOperation, the, writeFiles } from '../test/fixture.ts'
import { compile } from './compile.ts'

const schemas = `components:
  schemas:
    Thing:
      type: object
      description: "Something */ that is"
      x-evidence: { level: inferred, source: a guess }
      required: [id]
      properties:
        id: { type: string, format: uuid }
        made: { type: string, format: date-time }
        name: { type: string, maxLength: 9, examples: ['yes'] }
        kind: { $ref: '#/components/schemas/Kind' }
        parts: { type: array, uniqueItems: true, items: { $ref: '#/components/schemas/Thing' } }
    Kind:
      type: string
      x-known-values: [{ value: box }, { value: bag's }]`

const paths = oneOperation(
  "responses: { '200': { description: Ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }",
)

const source = { 'openapi.yaml': documentOf({ paths, rest: schemas }) }

test('The same document generates the same files, whatever its folder', async () => {
  const first = await compileFiles(source)
  const second = await compileFiles(source)
  expect([...second.files]).toEqual([...first.files])
})

test('The hash does not depend on the order of keys', async () => {
  const { files } = await compileFiles(source)
  const reordered = documentOf({ paths, rest: schemas }).replace(
    'info: { title: Things, version: 1.0.0 }',
    'info: { version: 1.0.0, title: Things }',
  )
  const same = await compileFiles({ 'openapi.yaml': reordered })
  const other = await compileFiles({
    'openapi.yaml': documentOf({ paths, rest: schemas.replace('a guess', 'a page') }),
  })
  expect(same.files.get('hash.ts')).toBe(files.get('hash.ts'))
  expect(other.files.get('hash.ts')).not.toBe(files.get('hash.ts'))
  expect(files.get('hash.ts')).toMatch(/'[0-9a-f]{64}'/)
})

test('Every file except JSON says that it is generated', async () => {
  const { files } = await compileFiles(source)
  const without = [...files].filter(([, content]) => !content.includes('Do not edit'))
  expect(without.map(([name]) => name)).toEqual(['openapi.json', 'schemas/Thing.json', 'schemas/Kind.json'])
})

test('The bundle is the same in JSON and YAML', async () => {
  const { files, document } = await compileFiles(source)
  expect(JSON.parse(the(files.get('openapi.json')))).toEqual(document)
  expect(parse(the(files.get('openapi.yaml')))).toEqual(document)
  expect(parse(the(files.get('openapi.yaml')), { version: '1.1' })).toEqual(document)
})

test('Known values become an open union', async () => {
  const { files } = await compileFiles(source)
  expect(files.get('types.ts')).toContain("Kind: 'box' | 'bag\\'s' | (string & {});")
})

test.each([
  ['3.0.3', '{ type: string, nullable: true, x-known-values: [{ value: box }] }', "'box' | (string & {}) | null"],
  ['3.1.1', '{ type: [string, "null"], x-known-values: [{ value: box }] }', "('box' | (string & {})) | null"],
  [
    '3.1.1',
    '{ type: [string, integer], x-known-values: [{ value: box }, { value: 5 }] }',
    "('box' | (string & {})) | number",
  ],
  [
    '3.1.1',
    '{ type: [string, integer, "null"], x-known-values: [{ value: box }] }',
    "('box' | (string & {})) | number | null",
  ],
  ['3.1.1', '{ type: integer, x-known-values: [{ value: 5 }] }', 'number'],
])('In %s the known values of %s become %s', async (version, schema, type) => {
  const { files } = await compileFiles({
    'openapi.yaml': documentOf({ version, rest: `components: { schemas: { Kind: ${schema} } }` }),
  })
  expect(files.get('types.ts')).toContain(`Kind: ${type};`)
})

test('Types keep the order of the document', async () => {
  const { files } = await compileFiles({
    'openapi.yaml': documentOf({
      rest: 'components: { schemas: { Zebra: { type: object, properties: { z: {}, a: {} } }, Ant: { type: object } } }',
    }),
  })
  expect(files.get('types.ts')).toMatch(/Zebra: \{\s+z\?: unknown;\s+a\?: unknown;\s+\};\s+Ant: /)
})

test('A schema that only excludes values does not become the type never', async () => {
  const { files } = await compileFiles({
    'openapi.yaml': documentOf({ rest: 'components: { schemas: { Kind: { type: string, not: { maxLength: 3 } } } }' }),
  })
  expect(files.get('types.ts')).toContain('Kind: string;')
})

// OpenAPI: a mapping refers to a schema by its name or by a reference.
test('A discriminator distinguishes its types, mapped by name or by reference', async () => {
  const mapping = "{ cat: Cat, dog: '#/components/schemas/Dog' }"
  const { files, document } = await compileFiles({
    'openapi.yaml': documentOf({
      rest: `components:
  schemas:
    Pet: { type: object, discriminator: { propertyName: kind, mapping: ${mapping} }, properties: { kind: { type: string } } }
    Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object }] }
    Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object }] }`,
    }),
  })
  expect(files.get('types.ts')).toMatch(/ Cat: .*kind: "cat";.* Dog: .*kind: "dog";/s)
  expect(document).toMatchObject({ components: { schemas: { Pet: { discriminator: { mapping: { cat: 'Cat' } } } } } })
})

test('A schema may be true or false', async () => {
  const { files } = await compileFiles({
    'openapi.yaml': documentOf({
      rest: 'components: { schemas: { Thing: { type: object, properties: { any: true, none: false }, required: [any] } } }',
    }),
  })
  expect(files.get('types.ts')).toMatch(/any: unknown;\s+none\?: never;/)
  expect(files.get('openapi.json')).toMatch(/"any": true,\s+"none": false/)
})

test('Each schema has a named type, with its description', async () => {
  const { files } = await compileFiles(source)
  expect(files.get('schemas.ts')).toContain(
    "/** Something * / that is */\nexport type Thing = components['schemas']['Thing']\n",
  )
})

test('Each schema is a self-contained JSON Schema that Ajv accepts in strict mode', async () => {
  const { files } = await compileFiles(source)
  const schema = JSON.parse(the(files.get('schemas/Thing.json')))
  const ajv = new Ajv2020({ strict: true, validateFormats: false })
  const validate = ajv.compile(schema)
  expect(validate({ id: 'x', parts: [{ id: 'y', kind: 'box' }] })).toBe(true)
  expect(validate({ id: 'x', parts: [{ kind: 'box' }] })).toBe(false)
  expect(validate({ id: 'x', kind: 1 })).toBe(false)
  expect(schema).toMatchObject({
    $comment: 'inferred: a guess',
    properties: { kind: { $ref: '#/$defs/Kind' }, parts: { items: { $ref: '#' } } },
    $defs: { Kind: { type: 'string', examples: ['box', "bag's"] } },
  })
})

test('A JSON document compiles like the same document in YAML', async () => {
  const { files } = await compileFiles(source)
  const folder = writeFiles({ 'openapi.json': the(files.get('openapi.json')) })
  const again = await compile(join(folder, 'openapi.json'))
  expect([...again.files]).toEqual([...files])
})

test('A missing file is an error that names it', async () => {
  await expect(compile('/nowhere/openapi.yaml')).rejects.toThrow('/nowhere/openapi.yaml:1:1 does not exist')
})
