import { expect, test } from 'vitest'
import { compileFiles, documentOf, problemsOf, writeFiles } from '../test/fixture.ts'
import { compile } from './compile.ts'
import { loadContract } from './load-contract.ts'

const done = "responses: { '204': { description: Done } }"
const form = 'requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object } } } }'
const files = {
  'openapi.yaml': documentOf({
    paths: `/things:
  get: { operationId: getThings, ${done} }
  post: { operationId: postForm, ${form}, ${done} }
/parts: { $ref: parts.yaml }
/cut: { get: { operationId: getCut, parameters: [{ name: c, in: cookie, schema: { type: string } }], ${done} } }`,
  }),
  'parts.yaml': `get: { operationId: getParts, ${done} }\nput: { operationId: putParts, requestBody: { $ref: nowhere.yaml }, ${done} }`,
}

test('operations left out by their IDs do not prevent the others from compiling', async () => {
  const compiled = await compileFiles(files, { without: ['postForm', 'putParts', 'getCut'] })
  const { contract } = await loadContract(compiled)
  expect(Object.keys(contract.operations)).toEqual(['getThings', 'getParts'])
  expect(compiled.files.get('types.ts')).not.toContain('postForm')
})

test('an operation to leave out that does not exist is an error', async () => {
  const without = ['postForm', 'putParts', 'getCut', 'none']
  expect(await problemsOf(files, { without })).toMatchObject([
    {
      pointer: '',
      message: 'has no operation `none` to leave out; use the operationId of one, or METHOD /path of one that has none',
    },
  ])
})

test('a problem within an operation names it, and says how to leave it out', async () => {
  const folder = writeFiles(files)
  const failed = compile(`${folder}/openapi.yaml`, { without: ['putParts'] })
  await expect(failed).rejects.toMatchObject({
    problems: [{ operations: ['postForm'] }, { operations: ['getCut'] }],
    message: expect.stringMatching(
      /\nIf the description is not yours to correct, compile it --without postForm --without getCut$/,
    ),
  })
})

test('leaving out operations is not suggested if it does not help', async () => {
  const rest = 'components: { schemas: { A: { type: text } } }'
  await expect(compileFiles({ 'openapi.yaml': documentOf({ rest }) })).rejects.not.toThrow('--without')
})

test('the files, faults and exchanges of an operation that is left out cause no problem', async () => {
  const evidence = 'x-evidence: { level: inferred, source: a test }'
  const post =
    "post: { operationId: postThing, requestBody: { $ref: '../bodies/thing.yaml' }, responses: { '400': { description: Bad } } }"
  const whole = {
    'openapi.yaml': documentOf({
      paths: `/things: { $ref: paths/things.yaml }`,
      rest: `x-faults: { '1': { code: '1', name: one, status: 400, text: A, operations: { postThing: { level: sdk, source: a } }, actor: nobody, remedy: None, retry: never, ${evidence} } }`,
    }),
    'paths/things.yaml': `get: { operationId: getThings, ${done} }\n${post}`,
    'bodies/thing.yaml': 'content: { application/json: {} }',
    'exchanges/one.yaml': `operation: postThing\nsummary: Post\n${evidence}\nrequest: { method: POST, url: /things }\nresponse: { status: 400 }`,
  }
  const { files } = await compileFiles(whole, { without: ['postThing'] })
  expect(files.get('exchanges.ts')).not.toContain('postThing')
  expect(files.get('faults.ts')).not.toContain('postThing')
})
