import { execFileSync } from 'node:child_process'
import { createContractMock, describeRejection, toHandle } from '@partner-upgrades/mocks/core'
import type { Contract, MediaType, Operation, Validate } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { checkRequests } from './check-requests.ts'
import { checkValues } from './check-values.ts'
import { curlOf } from './curl.ts'
import type { Json } from './document.ts'
import { createEngine } from './engine.ts'

const bundled: Json = document
const engine = createEngine(bundled)
const create = contract.operations.createProductUpgrade ?? expect.fail('there is no create')

/** The create with a wrong validator for its body, which misses some problems or reports false ones. */
function withWrong(change: (validate: Validate) => Validate): Operation {
  const content: Record<string, MediaType> = {}
  for (const [mediaType, media] of Object.entries(create.requestBody?.content ?? {})) {
    content[mediaType] = { ...media, ...(media.validate ? { validate: change(media.validate) } : {}) }
  }
  return { ...create, requestBody: { required: true, content } }
}

const lax = withWrong((validate) => (value) => validate(value).filter(({ keyword }) => keyword !== 'required'))
const strict = withWrong((validate) => (value) => {
  const problem = { pointer: '/attributes', keyword: 'type', message: 'must not be null' }
  return [...validate(value), ...(Object(value).attributes === null ? [problem] : [])]
})

/** The arguments that curl would get. */
function wordsOf(command: string): readonly string[] {
  const script = `curl() { for word in "$@"; do printf '%s\\0' "$word"; done; }\nTOKEN=secret\n${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

test('a validator that accepts an invalid request is reported with the smallest such request, as a command', async () => {
  // How far a request can be shrunk depends on the first counterexample, and so on the seed.
  const { disagreement = '' } = await checkValues(contract, lax, bundled, engine, { seed: 2, count: 2000 })
  const [sentence, ...command] = disagreement.split('\n')
  expect(sentence).toBe('createProductUpgrade: the request body is invalid, but our problems with it: []')
  expect(wordsOf(command.join('\n'))).toEqual([
    '-X',
    'POST',
    'https://api.partnercenter.microsoft.com/v1/productUpgrades',
    '-H',
    'Authorization: Bearer secret',
    '-H',
    'Content-Type: application/json',
    '--data-raw',
    '{}',
  ])
})

test('a validator that rejects a valid request is reported', async () => {
  const { disagreement = '' } = await checkValues(contract, strict, bundled, engine, { seed: 1, count: 2000 })
  expect(disagreement).toMatch(/the request body is valid, but our problems with it: .*must not be null/)
  const body: unknown = JSON.parse(wordsOf(disagreement.replace(/^.*\n/, '')).at(-1) ?? '')
  expect(body).toEqual({
    customerId: expect.stringMatching(/^[0-9A-Fa-f-]{36}$/),
    productFamily: expect.any(String),
    attributes: null,
  })
})

test('a mock that accepts an invalid request is reported with the smallest such request, as a command', async () => {
  const wrong: Contract = { ...contract, operations: { createProductUpgrade: lax } }
  const handle = toHandle(
    createContractMock({
      contract: wrong,
      reject: (rejection) => ({
        status: rejection.status,
        body: { code: '0', description: describeRejection(rejection) },
      }),
    }),
  )
  const { disagreement = '' } = await checkRequests(wrong, lax, bundled, engine, handle, { seed: 1, count: 500 })
  const [sentence, ...command] = disagreement.split('\n')
  expect(sentence).toMatch(/^createProductUpgrade: a request that is invalid gets 202/)
  const body: unknown = JSON.parse(wordsOf(command.join('\n')).at(-1) ?? '')
  expect(Object.keys(Object(body)).length).toBeLessThanOrEqual(2)
})

test('a missing validator is reported', async () => {
  const missing: Operation = { ...create, parameters: [] }
  const { disagreement } = await checkValues(contract, missing, bundled, engine, { seed: 1, count: 2000 })
  expect(disagreement).toMatch(/the parameter .* is (in)?valid, but our problems with it: not checked/)
})

test.for([
  [{ kind: 'parameter', name: 'MS-RequestId' }, '"it\'s"', ["MS-RequestId: it's"]],
  [{ kind: 'parameter', name: 'X-Locale' }, '""', ['X-Locale;']],
  [{ kind: 'requestBody', mediaType: 'application/json' }, '{"a":"$(b) \'c\' \\\\"}', ['{"a":"$(b) \'c\' \\\\"}']],
] as const)('a shell passes curl the intended arguments: %j %s', ([carrier, text, words]) => {
  expect(wordsOf(curlOf(contract, create, carrier, text))).toEqual(expect.arrayContaining([...words]))
})

test('a response is shown after its request, because no request can force such a response', () => {
  const command = curlOf(contract, create, { kind: 'responseBody', status: '400', mediaType: 'application/json' }, '{}')
  expect(command.split('\n').at(-1)).toBe('# and the body of a 400 response that is {}')
  expect(wordsOf(command).slice(-2)[0]).toBe('--data-raw')
})
