import { fileURLToPath } from 'node:url'
import { type Contract, compile, loadContract } from '@partner-upgrades/compiler'
import { expect, test } from 'vitest'
import { lint } from '../test/lint.ts'
import { contract } from './generated/contract.ts'
import edition from './generated/openapi-3.0.json' with { type: 'json' }

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly parameters: readonly { readonly in: string; readonly name: string }[]
}

const contractOf = async (name: string): Promise<Contract> => {
  const file = fileURLToPath(new URL(`./generated/${name}`, import.meta.url))
  return (await loadContract(await compile(file))).contract
}
const contractOf30 = await contractOf('openapi-3.0.json')

test.each(['oas3-schema', 'oas3-unused-component'])('the edition follows the rule %s', async (rule) => {
  expect(await lint(rule, edition)).toEqual([])
})

/** Yields a value and all values inside it, each with its path. */
function* partsOf(value: unknown, path: readonly string[] = []): Generator<[path: readonly string[], part: unknown]> {
  yield [path, value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) yield* partsOf(member, [...path, key])
}

/** Copies a value with another value at a path, or with none. */
function put(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other
  const members: Record<string, unknown> = Object(value)
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === key ? put(item, rest, other) : item))
  const { [key]: member, ...others } = members
  const changed = put(member, rest, other)
  return changed === undefined ? others : { ...others, [key]: changed }
}

const otherValues = [undefined, null, '', 'x', 'x'.repeat(2000), -1, 0, 1.5, true, [], [null], ['x'], {}, { x: null }]

/** All bodies of the contract, by operation, message and media type. */
function bodiesOf({ operations }: Contract) {
  return new Map(
    Object.values(operations).flatMap(({ id, requestBody, responses }) =>
      [['request', requestBody] as const, ...Object.entries(responses)].flatMap(([message, body]) =>
        Object.entries(body?.content ?? {}).map(([type, media]) => [`${id} ${message} ${type}`, media] as const),
      ),
    ),
  )
}

test('both editions accept the same bodies', () => {
  const bodies = bodiesOf(contractOf30)
  let accepted = 0
  let refused = 0
  for (const [place, { validate, examples }] of bodiesOf(contract)) {
    for (const { value } of Object.values(examples)) {
      for (const [path] of partsOf(value)) {
        for (const other of otherValues) {
          const changed = put(value, path, other)
          const isValid = validate?.(changed).length === 0
          const where = `${place} with ${JSON.stringify(other)} at /${path.join('/')}`
          expect(bodies.get(place)?.validate?.(changed).length === 0, where).toBe(isValid)
          if (isValid) accepted += 1
          else refused += 1
        }
      }
    }
  }
  expect(accepted).toBeGreaterThan(1_000)
  expect(refused).toBeGreaterThan(1_000)
})

test('both editions are otherwise the same contract: operations, parameters, headers, examples, credentials', async () => {
  // Validators are compared by the test above; the hash depends on the text.
  const plain = (of: Contract): unknown => JSON.parse(JSON.stringify({ ...of, hash: '' }))
  expect(plain(contractOf30)).toEqual(plain(await contractOf('openapi.json')))
})

function referencesIn(value: unknown): readonly string[] {
  return [...partsOf(value)].flatMap(([path, part]) => (path.at(-1) === '$ref' ? [String(part)] : []))
}

// https://learn.microsoft.com/azure/api-management/api-management-api-import-restrictions
const references = referencesIn(edition)
const operations = Object.values(edition.paths).flatMap((item) => Object.values<Described>(item))

test('API Management accepts OpenAPI up to version 3.0.3 and up to 4 MB', () => {
  expect(edition.openapi).toBe('3.0.3')
  expect(JSON.stringify(edition, undefined, 2).length).toBeLessThan(4 * 1024 * 1024)
})

test('API Management supports no components except schemas', () => {
  expect(Object.keys(edition.components)).toEqual(['schemas', 'securitySchemes'])
  expect(references.length).toBeGreaterThan(100)
  expect(references.filter((reference) => !reference.startsWith('#/components/schemas/'))).toEqual([])
})

test('API Management accepts no inline schemas in bodies, only references', () => {
  const schemas = [...partsOf(edition)].flatMap(([path, part]) =>
    path[0] === 'paths' && path.at(-1) === 'schema' && path.at(-3) === 'content' ? [part] : [],
  )
  expect(schemas.length).toBeGreaterThan(100)
  expect(schemas.filter((schema) => !Object.hasOwn(Object(schema), '$ref'))).toEqual([])
})

test('API Management accepts no recursive schema', () => {
  const schemas: Record<string, unknown> = edition.components.schemas
  for (const name of Object.keys(schemas)) {
    const reached = new Set(referencesIn(schemas[name]))
    // A set may grow during iteration.
    for (const next of reached)
      for (const further of referencesIn(schemas[next.split('/')[3] ?? ''])) reached.add(further)
    expect(reached, name).not.toContain(`#/components/schemas/${name}`)
  }
})

test('API Management requires distinct names for path and query parameters, ignoring case', () => {
  for (const { operationId, parameters } of operations) {
    const inUrl = parameters.filter((parameter) => ['path', 'query'].includes(parameter.in))
    const names = inUrl.map(({ name }) => name.toLowerCase())
    expect(new Set(names).size, operationId).toBe(names.length)
  }
})

test('API Management accepts summaries of up to 300 characters, and requires IDs that are unique in lower case', () => {
  for (const { summary } of operations) expect(summary.length).toBeLessThanOrEqual(300)
  const ids = operations.map(({ operationId }) => operationId.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'))
  expect(new Set(ids).size).toBe(ids.length)
})

test('API Management sends requests to the first server, which uses TLS', () => {
  expect(edition.servers[0]?.url).toMatch(/^https:/)
})
