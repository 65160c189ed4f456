// Sends the same requests to Prism and to our mock of the same description. Each difference is listed with the rule that explains it.
import { join } from 'node:path'
import { compile, loadContract } from '@partner-upgrades/compiler'
import { createContractMock, type Handle, toHandle } from '@partner-upgrades/mocks/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installSandbox } from '../../sandboxes/install.ts'
import differences from './harness-differences.json' with { type: 'json' }
import { requests, type Try } from './harness-requests.ts'
import { type Prism, startPrism } from './prism.ts'

const file = join(import.meta.dirname, 'harness.yaml')
let prism: Prism
let answer: Handle
/** The status of our mock's rejection: the body of a rejection is up to its user. */
let refused: number | undefined

beforeAll(async () => {
  await installSandbox('prism')
  prism = await startPrism(file)
  const { contract } = await loadContract(await compile(file, { repair: true }))
  const reject = ({ status }: { readonly status: number }): never => {
    refused = status
    throw new Error('refused')
  }
  answer = toHandle(createContractMock({ contract, reject }))
})

afterAll(() => prism?.stop())

/** Describes a response by status and body; only by its status if it is an undescribed error. */
async function describe(response: Response): Promise<string> {
  const type = response.headers.get('content-type')?.replace(/;.*/, '') ?? ''
  const text = await response.text()
  if (text === '' || type === 'application/problem+json') return String(response.status)
  return `${response.status} ${type} ${type.includes('json') ? JSON.stringify(JSON.parse(text)) : text}`
}

function requestOf(server: string, [target, headers = {}, body]: Try): Request {
  const [method = 'GET', path = ''] = target.split(' ')
  return new Request(server + path, { method, headers, body: body ?? null })
}

/** Describes Prism's response; some requests get none. */
async function theirs(each: Try): Promise<string> {
  try {
    return await describe(await fetch(requestOf(prism.url, each), { signal: AbortSignal.timeout(3_000) }))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return 'nothing'
    throw error
  }
}

async function ours(each: Try): Promise<string> {
  refused = undefined
  try {
    const response = await answer(requestOf('http://localhost', each))
    return response ? await describe(response) : 'nothing'
  } catch (error) {
    if (refused !== undefined) return String(refused)
    return error instanceof Error ? `throws: ${error.message}` : 'throws'
  }
}

test('Prism and the mock respond alike, except for listed differences', async () => {
  const found: Record<string, { prism: string; mock: string }> = {}
  for (const [name, each] of Object.entries(requests)) {
    const both = { prism: await theirs(each), mock: await ours(each) }
    if (both.prism !== both.mock) found[name] = both
  }
  const listed = Object.fromEntries(
    differences.flatMap(({ prism, mock, requests }) => requests.map((name) => [name, { prism, mock }] as const)),
  )
  console.log(`${Object.keys(requests).length} requests, ${Object.keys(found).length} differences`)
  expect(found).toEqual(listed)
})

test('each difference names its rule', () => {
  for (const { rule } of differences) expect(rule).toMatch(/RFC \d+|OpenAPI 3|JSON Schema|README/)
})
