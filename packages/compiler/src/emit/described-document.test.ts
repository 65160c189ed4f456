import { expect, test } from 'vitest'
import { compileFiles, documentOf, oneOperation } from '../../test/fixture.ts'
import type { Json, JsonObject } from '../grammar/json.ts'
import type { FaultDefinition } from '../runtime/model.ts'
import { toDescribedDocument } from './described-document.ts'

const schema = [
  '{ type: string, description: How it went., x-evidence: { level: sdk, source: a class }, x-known-values: [',
  '{ value: Done, description: It is over., x-evidence: { level: inferred, source: a text } }, { value: Open }] }',
].join('')

const source = documentOf({
  paths: oneOperation(`description: Gets a thing.
parameters:
  - { name: X-Kind, in: header, schema: { type: string } }
  - { name: q, in: query, schema: { type: string } }
  - { $ref: '#/components/parameters/Trace' }
responses:
  '200':
    description: Fine.
    headers: { X-Count: { schema: { type: integer }, example: 1 }, X-Trace: { schema: { type: string }, example: a } }
    content: { application/json: { schema: { $ref: '#/components/schemas/State' }, example: Done } }
  '404': { description: None. }
x-evidence: { level: documented, source: https://example.com/things }`),
  rest: `components:
  parameters: { Trace: { name: X-Trace, in: header, schema: { type: string }, x-evidence: { level: captured, source: a log } } }
  schemas:
    State: ${schema}
x-evidence: { level: vendor, source: a letter }
x-plausible-faults:
  '9': { status: 403, text: Not you, reason: Everybody has a role, x-evidence: { level: documented, source: https://example.com/codes } }
x-faults:
  '7':
    code: '7'
    name: gone
    status: 404
    text: It is gone
    operations: { getThings: { level: inferred, source: a guess } }
    actor: nobody
    remedy: ''
    retry: never
    x-evidence: { level: captured, source: a log }
`,
})

async function publish(text: string, describe = true): Promise<string> {
  const { files } = await compileFiles({ 'openapi.yaml': text }, { describe, openApi30: true })
  return files.get('openapi.json') ?? ''
}

const read = async (describe?: boolean): Promise<Readonly<Record<string, Json>>> =>
  JSON.parse(await publish(source, describe))

test.each([
  [
    'the document, and faults that nothing names for an operation',
    ['info'],
    [
      'Plausible faults, which nothing names for any operation:',
      '- 403, `9`: "Not you" Everybody has a role (inferred). Evidence: documented, https://example.com/codes',
      'Evidence: vendor, a letter',
    ].join('\n\n'),
  ],
  [
    'known values, each with its own evidence',
    ['components', 'schemas', 'State'],
    'How it went.\n\nKnown values:\n\n- `Done`: It is over. (inferred: a text)\n- `Open`\n\nEvidence: sdk, a class',
  ],
  ['a parameter without a description', ['components', 'parameters', 'Trace'], 'Evidence: captured, a log'],
  [
    'headers, faults and evidence of an operation',
    ['paths', '/things', 'get'],
    [
      'Gets a thing.',
      'Request headers: `X-Kind`, `X-Trace`',
      'Response headers: `X-Count`, `X-Trace`',
      'Faults (inferred for this operation):',
      '- 404, `7` gone (captured): It is gone',
      'Evidence: documented, https://example.com/things',
    ].join('\n\n'),
  ],
] as const)('Descriptions are extended for %s', async (_, path, description) => {
  expect(await read()).toHaveProperty([...path, 'description'], description)
})

test('Text that a description already contains is not added again', async () => {
  const once = await publish(source)
  expect(await publish(once)).toBe(once)
})

test('The edition in OpenAPI 3.0 has the same descriptions', async () => {
  const { files } = await compileFiles({ 'openapi.yaml': source }, { describe: true, openApi30: true })
  const edition = files.get('openapi-3.0.json')
  for (const text of ['Known values:', 'Response headers:', 'Faults (inferred', 'Evidence: captured, a log'])
    expect(edition).toContain(text)
})

test('Data and descriptions elsewhere are unchanged', async () => {
  const { files } = await compileFiles({ 'openapi.yaml': source }, { describe: true })
  expect((await read())['x-faults']).toEqual((await read(false))['x-faults'])
  expect(files.get('schemas.ts')).not.toContain('Known values')
  expect(await publish(source, false)).not.toContain('Evidence:')
})

const described = (document: JsonObject): Json => toDescribedDocument({ openapi: '3.1.1', info: {}, ...document }, {})
const evidence = { level: 'sdk', source: ' a class\n' }

test.each<[string, JsonObject, JsonObject]>([
  ['nothing', {}, { info: {} }],
  [
    'evidence of the whole document',
    { 'x-evidence': evidence },
    { 'x-evidence': evidence, info: { description: 'Evidence: sdk, a class' } },
  ],
  [
    'evidence after a text, which ends without a line break',
    { info: { description: 'Things.\n\n' }, 'x-evidence': evidence },
    { info: { description: 'Things.\n\nEvidence: sdk, a class' }, 'x-evidence': evidence },
  ],
  [
    'evidence that the description already contains',
    { info: { description: 'Things. Evidence: sdk, a class ' }, 'x-evidence': evidence },
    { info: { description: 'Things. Evidence: sdk, a class ' }, 'x-evidence': evidence },
  ],
  [
    'known values, beside a schema that is true',
    {
      components: {
        schemas: { A: { 'x-known-values': [{ value: 1 }, 'text', { value: 'b', description: ' B\n' }] }, B: true },
      },
    },
    {
      info: {},
      components: {
        schemas: {
          A: {
            'x-known-values': [{ value: 1 }, 'text', { value: 'b', description: ' B\n' }],
            description: 'Known values:\n\n- `1`\n- `b`: B',
          },
          B: true,
        },
      },
    },
  ],
  [
    'headers, each once, including those of a component',
    {
      paths: {
        '/a': {
          get: {
            parameters: [
              { in: 'header', name: 'A' },
              { in: 'query', name: 'B' },
              { $ref: '#/components/parameters/C' },
              { in: 'header', name: 'A' },
            ],
            responses: {
              '200': { $ref: '#/components/responses/D' },
              '400': { description: '', headers: { D: {}, E: {} } },
            },
          },
        },
      },
      components: { parameters: { C: { in: 'header', name: 'C' } }, responses: { D: { headers: { D: {} } } } },
    },
    {
      info: {},
      paths: {
        '/a': {
          get: {
            parameters: [
              { in: 'header', name: 'A' },
              { in: 'query', name: 'B' },
              { $ref: '#/components/parameters/C' },
              { in: 'header', name: 'A' },
            ],
            responses: {
              '200': { $ref: '#/components/responses/D' },
              '400': { description: '', headers: { D: {}, E: {} } },
            },
            description: 'Request headers: `A`, `C`\n\nResponse headers: `D`, `E`',
          },
        },
      },
      components: { parameters: { C: { in: 'header', name: 'C' } }, responses: { D: { headers: { D: {} } } } },
    },
  ],
  [
    'nothing in data, in extensions and in invalid parts',
    {
      'x-a': { description: 'A', 'x-evidence': evidence },
      components: { schemas: { A: { const: { 'x-evidence': evidence }, allOf: 'a', properties: [1] } } },
      tags: [{ 'x-evidence': evidence }],
    },
    {
      info: {},
      'x-a': { description: 'A', 'x-evidence': evidence },
      components: { schemas: { A: { const: { 'x-evidence': evidence }, allOf: 'a', properties: [1] } } },
      tags: [{ 'x-evidence': evidence }],
    },
  ],
])('The descriptions of a document gain %s', (_, document, expected) => {
  expect(described(document)).toEqual({ openapi: '3.1.1', ...expected })
})

test('An operation lists its faults, grouped by their evidence level', () => {
  const fault = (
    code: string,
    operations: FaultDefinition['operations'],
    level: FaultDefinition['evidence']['level'],
  ): FaultDefinition => ({
    ...{ code, name: `fault${code}`, status: 404, text: `Text ${code}`, earlierTexts: [], parameters: [], actor: 'a' },
    ...{ operations, remedy: 'B', retry: 'never', evidence: { level, source: 'c' } },
  })
  const faults = {
    '1': fault('1', { a: { level: 'sdk', source: 'x' } }, 'documented'),
    '2': fault('2', { a: { level: 'documented', source: 'x' }, b: { level: 'sdk', source: 'x' } }, 'inferred'),
    '3': fault('3', { a: { level: 'sdk', source: 'x' } }, 'documented'),
    '4': fault('4', { b: { level: 'sdk', source: 'x' } }, 'documented'),
  }
  const paths = { '/a': { get: { operationId: 'a' }, put: {} } }
  expect(toDescribedDocument({ openapi: '3.1.1', info: {}, paths }, faults)).toEqual({
    openapi: '3.1.1',
    info: {},
    paths: {
      '/a': {
        get: {
          operationId: 'a',
          description: [
            'Faults (sdk for this operation):\n\n- 404, `1` fault1: Text 1\n- 404, `3` fault3: Text 3',
            'Faults (documented for this operation):\n\n- 404, `2` fault2 (inferred): Text 2',
          ].join('\n\n'),
        },
        put: {},
      },
    },
  })
})
