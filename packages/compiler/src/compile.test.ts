import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileFiles, documentOf, oneOperation, problemsOf, the } from '../test/fixture.ts'
import { compile } from './compile.ts'

const done = "responses: { '204': { description: Done } }"
const banner = '// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.\n\n'

test('A description is compiled to these files', async () => {
  const rest = 'components: { schemas: { A: { type: string, x-evidence: { level: sdk, source: a page } } } }'
  const { files, repairs } = await compileFiles({ 'openapi.yaml': documentOf({ rest }) })
  const names = [
    ...[
      'openapi.json',
      'openapi.yaml',
      'model.ts',
      'json-numbers.ts',
      'media-types.ts',
      'parameter-text.ts',
      'hash.ts',
    ],
    ...['types.ts', 'schemas.ts', 'validators.ts', 'fault-codes.ts', 'faults.ts', 'contract.ts', 'exchanges.ts'],
    'schemas/A.json',
  ]
  expect([...files.keys()]).toEqual(names)
  expect(repairs).toEqual([])
  for (const name of ['json-numbers.ts', 'media-types.ts', 'parameter-text.ts', 'model.ts']) {
    const source = readFileSync(new URL(`./runtime/${name}`, import.meta.url), 'utf8')
    expect(files.get(name)).toBe(banner + source)
  }
  expect(files.get('types.ts')?.startsWith(banner)).toBe(true)
  expect(files.get('openapi.json')).toMatch(/^\{\n {2}"openapi": "3\.1\.1",\n.*\n\}\n$/s)
  expect(files.get('contract.ts')).toContain("title: 'Things',\n  version: '1.0.0',\n  servers: ['/'],\n")
  // Evidence is added to descriptions only on request.
  expect(files.get('openapi.json')).not.toContain('Evidence:')
})

test('With all options, there is an OpenAPI 3.0 edition, descriptions are extended, and actors have a type', async () => {
  const rest =
    'components: { schemas: { A: { type: string, x-evidence: { level: sdk, source: a page } } } }\nservers: [{ url: /v1 }]'
  const options = { openApi30: true, describe: true, actors: ['us', 'them'] }
  const { files, document } = await compileFiles({ 'openapi.yaml': documentOf({ rest }) }, options)
  expect([...files.keys()].slice(0, 4)).toEqual(['openapi.json', 'openapi.yaml', 'openapi-3.0.json', 'model.ts'])
  for (const name of ['openapi.json', 'openapi.yaml', 'openapi-3.0.json']) {
    expect(files.get(name)).toContain('Evidence: sdk, a page')
  }
  expect(JSON.parse(the(files.get('openapi-3.0.json'))).openapi).toBe('3.0.3')
  expect(JSON.stringify(document)).not.toContain('Evidence:')
  expect(files.get('model.ts')).toContain("export type Actor = 'us' | 'them'\n")
  expect(files.get('contract.ts')).toContain("servers: ['/v1'],")
})

test('A keyword that OpenAPI 3.0 lacks is a problem if that edition is requested', async () => {
  const rest = 'components: { schemas: { A: { type: array, prefixItems: [{}] } } }'
  await expect(compileFiles({ 'openapi.yaml': documentOf({ rest }) })).resolves.toBeDefined()
  expect(await problemsOf({ 'openapi.yaml': documentOf({ rest }) }, { openApi30: true })).toMatchObject([
    { pointer: '/components/schemas/A/prefixItems' },
  ])
})

test('A missing description is reported', async () => {
  await expect(compile('/nowhere/openapi.yaml', { repair: true })).rejects.toMatchObject({
    problems: [
      {
        ...{ file: '/nowhere/openapi.yaml', line: 1, column: 1, pointer: '' },
        message: 'does not exist; give the path of an OpenAPI description',
      },
    ],
  })
})

const wrong = '{ A: { type: nothing }, B: { type: string } }'

test('An invalid component that nothing uses is left out if, and only if, repairs are allowed', async () => {
  const unused = { 'openapi.yaml': documentOf({ rest: `components: { schemas: ${wrong} }` }) }
  const { document, repairs } = await compileFiles(unused, { repair: true })
  expect(document).not.toHaveProperty('components.schemas.A')
  expect(repairs.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
    'unused /components/schemas/A',
    'unused /components/schemas/B',
  ])
  expect(await problemsOf(unused)).not.toEqual([])
  const schema = "{ $ref: '#/components/schemas/A' }"
  const paths = oneOperation(`requestBody: { content: { application/json: { schema: ${schema} } } }\n${done}`)
  const used = { 'openapi.yaml': documentOf({ paths, rest: `components: { schemas: ${wrong} }` }) }
  const problems = await problemsOf(used, { repair: true })
  expect(new Set(problems.map(({ pointer }) => pointer))).toEqual(new Set(['/components/schemas/A/type']))
  // A problem elsewhere is still reported, that of the component is not.
  const rest = `components: { schemas: ${wrong} }\nx-evidence: { level: a, source: b }`
  const elsewhere = await problemsOf({ 'openapi.yaml': documentOf({ rest }) }, { repair: true })
  expect(elsewhere.map(({ pointer }) => pointer)).toEqual(['/x-evidence/level'])
})

const exchange = (summary: string): string =>
  `operation: getThings\nsummary: ${summary}\nx-evidence: { level: sdk, source: a page }\nrequest: { method: GET, url: /things }\nresponse: { status: 204 }`

test('Exchanges are read from the YAML files of their folder, in the order of their names', async () => {
  const { files } = await compileFiles({
    'openapi.yaml': documentOf(),
    'exchanges/b.yaml': exchange('Second'),
    'exchanges/a.yaml': exchange('First'),
    'exchanges/README.md': 'What they are',
  })
  expect(files.get('exchanges.ts')?.match(/name: '.*'|summary: '.*'/g)).toEqual([
    ...["name: 'a'", "summary: 'First'"],
    ...["name: 'b'", "summary: 'Second'"],
  ])
})

test('An exchange that is not a mapping is reported', async () => {
  const said = await problemsOf({ 'openapi.yaml': documentOf(), 'exchanges/a.yaml': '- a' })
  expect(said).toMatchObject([{ file: 'exchanges/a.yaml', pointer: '', message: 'must be a mapping' }])
})

test('A file that nothing refers to is reported, unless parts of the description are left out or repaired', async () => {
  const paths = `/a: { $ref: paths/a.yaml }\n/b: { get: { operationId: b, ${done} } }`
  const files = {
    'openapi.yaml': documentOf({ paths }),
    'paths/a.yaml': `get: { operationId: a, ${done} }`,
    'paths/c.yaml': 'a: 1',
  }
  expect(await problemsOf(files)).toMatchObject([{ file: 'paths/c.yaml' }])
  await expect(compileFiles(files, { repair: true })).resolves.toBeDefined()
  await expect(compileFiles(files, { without: ['b'] })).resolves.toBeDefined()
})
