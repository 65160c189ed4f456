import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile, loadContract } from '@partner-upgrades/compiler'
import type { Exchange } from '@partner-upgrades/spec'
import { describe, expect, onTestFinished, test } from 'vitest'
import { changed, entryOf, harOf, recording } from '../../test/recording.ts'
import { type PromoteOptions, type Promotion, promote } from './promote.ts'
import { HarError } from './read-har.ts'

const specification = join(import.meta.dirname, '..', '..', '..', 'spec')

/** Compiles the specification with promoted exchanges added; returns all exchanges by name. */
async function compiledAll(promotions: readonly Promotion[]): Promise<ReadonlyMap<string, Exchange>> {
  const copy = await mkdtemp(join(tmpdir(), 'spec-'))
  onTestFinished(() => rm(copy, { recursive: true, force: true }))
  await cp(specification, copy, { recursive: true, filter: (path) => !/node_modules|generated|dist/.test(path) })
  for (const { name, text } of promotions) await writeFile(join(copy, 'exchanges', `${name}.yaml`), text)
  const { exchanges } = await loadContract(await compile(join(copy, 'openapi.yaml')))
  return new Map(exchanges.map((exchange) => [exchange.name, exchange]))
}

const compiled = async (promotion: Promotion) => (await compiledAll([promotion])).get(promotion.name)

const promoted = async (name: string, index: number, options: PromoteOptions = {}) =>
  promote(await recording(name), index, options)

describe('a promoted entry is an exchange of the specification', () => {
  test('with evidence "captured", and what was recorded', async () => {
    const promotion = await promoted('new-fault-code', 0, {
      anonymous: true,
      source: 'Traffic of our sandbox, October 2019',
    })
    expect(promotion).toMatchObject({ name: 'createProductUpgrade.captured-409-900131', needs: [] })
    const exchange = await compiled(promotion)
    expect(exchange).toMatchObject({
      operation: 'createProductUpgrade',
      evidence: { level: 'captured', source: 'Traffic of our sandbox, October 2019' },
      request: { method: 'POST', url: 'https://api.partnercenter.microsoft.com/v1/productupgrades' },
      response: { status: 409 },
    })
    expect(exchange?.request.headers).toContainEqual(['MS-RequestId', 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'])
    expect(exchange?.request.headers).toContainEqual(['Authorization', 'Bearer <token>'])
    const recorded = await entryOf('new-fault-code', 0)
    expect(JSON.parse(exchange?.request.body ?? '')).toEqual(JSON.parse(recorded.request.postData?.text ?? ''))
    expect(JSON.parse(exchange?.response.body ?? '')).toEqual(JSON.parse(recorded.response.content.text ?? ''))
  })

  test('whatever was recorded', async () => {
    const entries = [
      ['good', 0],
      ['good', 1],
      ['good', 2],
      ['good', 4],
      ['good', 5],
      ['new-value', 0],
      ['new-property', 0],
    ] as const
    const promotions = await Promise.all(entries.map(([name, index]) => promoted(name, index)))
    // Names may repeat, because the recordings contain the same exchange in several languages.
    const named = promotions.map((promotion, index) => ({ ...promotion, name: `${promotion.name}-${index}` }))
    expect(promotions.flatMap(({ needs }) => needs)).toEqual([])
    const exchanges = await compiledAll(named)
    const recorded = await Promise.all(entries.map(([name, index]) => entryOf(name, index)))
    expect(named.map(({ name }) => exchanges.get(name)?.response.status)).toEqual(
      recorded.map(({ response }) => response.status),
    )
  })

  test('where the request was wrong, which is reported', async () => {
    const entry = changed(await entryOf('good', 3), {
      request: { postData: { mimeType: 'application/json', text: '{"productFamily":"azure"}' } },
    })
    const exchange = await compiled(promote(harOf(entry), 0))
    expect(exchange?.request.malformed).toMatch(/customerId/)
  })

  test('where the request was not JSON', async () => {
    const entry = changed(await entryOf('good', 3), {
      request: { postData: { mimeType: 'application/json', text: '{ {' } },
    })
    expect((await compiled(promote(harOf(entry), 0)))?.request.malformed).toMatch(/Not JSON/)
  })

  test('with text that means something in YAML', async () => {
    const description = ' - "quoted": \'\\n{{ #no comment }} \u0085\u2028 ✓ \ud83d\ude00 \\u0041'
    const text = JSON.stringify({ code: 7, description, data: [], source: null })
    const content = { size: 1, mimeType: 'application/json', text }
    const entry = changed(await entryOf('good', 3), { response: { content } })
    const promotion = promote(harOf(entry), 0, { anonymous: true, source: '- a: "b" # c', summary: 'yes' })
    const exchange = await compiled(promotion)
    expect(exchange).toMatchObject({ summary: 'yes', evidence: { source: '- a: "b" # c' } })
    expect(JSON.parse(exchange?.response.body ?? '')).toEqual(JSON.parse(text))
  })

  test('at a server of the contract, wherever it was recorded', async () => {
    const entry = changed(await entryOf('good', 0), {
      request: { url: 'http://127.0.0.1:4010/pc/v1/productUpgrades/Eligibility/' },
    })
    const { text } = promote(harOf(entry), 0)
    expect(text).toContain('url: https://api.partnercenter.microsoft.com/v1/productUpgrades/Eligibility\n')
  })
})

test.for<[string, number, string]>([
  ['removed-property', 1, '/response/body'],
  ['retyped-property', 0, '/response/body/isEligible'],
  ['missing-location', 0, '/response/headers/Location'],
  ['new-status', 1, '/response/status'],
])('%s names what has to change in the specification first', async ([name, index, pointer]) => {
  const { needs } = await promoted(name, index)
  expect(needs).toMatchObject([{ entry: index, pointer }])
})

test('a recording of any tool is anonymised', async () => {
  const entry = changed(await entryOf('good', 3), {
    request: {
      headers: [
        { name: 'authorization', value: 'Bearer a-credential' },
        { name: 'cookie', value: 'sid=a-session' },
        { name: 'ms-partnercenter-application', value: 'Contoso' },
      ],
    },
    response: {
      content: { size: 1, mimeType: '', text: '{"code":"1","description":"a-session of jane@contoso.com"}' },
    },
  })
  const { text } = promote(harOf(entry), 0)
  expect(text).toContain('Authorization: Bearer <token>')
  expect(text).not.toMatch(/a-credential|a-session|contoso|4c721420|42d075a4/i)
})

test.for<[string, object, RegExp]>([
  ['another API', { request: { url: 'https://graph.microsoft.com/' } }, /not an operation/],
  ['a request without a response', { response: { status: 0 } }, /no response/],
  ['a response without its body', { response: { content: { size: 12, mimeType: '' }, bodySize: -1 } }, /no body/],
])('an entry of %s cannot be promoted', async ([, change, message]) => {
  const har = harOf(changed(await entryOf('good', 0), change))
  expect(() => promote(har, 0)).toThrow(HarError)
  expect(() => promote(har, 0)).toThrow(message)
  expect(() => promote(har, 1)).toThrow(/no entry 1; it has 1/)
})
