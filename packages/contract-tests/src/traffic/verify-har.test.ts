import { describe, expect, test } from 'vitest'
import { tells } from '../../suite/matrix/proves.ts'
import { changed, entryOf, harOf, recording } from '../../test/recording.ts'
import { productUpgrades } from './api.ts'
import type { HarEntry } from './har.ts'
import { HarError } from './read-har.ts'
import { verifyHar } from './verify-har.ts'

const verify = (...entries: readonly HarEntry[]) => verifyHar(harOf(...entries), productUpgrades)
const judged = 'recordings, good and drifted, judged as they should be'
const places = (findings: readonly { entry: number; pointer: string }[]) =>
  findings.map(({ entry, pointer }) => `${entry} ${pointer}`)
const url = (path: string) => ({ request: { url: `https://api.partnercenter.microsoft.com${path}` } })

describe('a recording of the service', () => {
  test('as its pages print it conforms', async ({ task }) => {
    const report = verifyHar(await recording('good'), productUpgrades)
    expect(report).toMatchObject({ entries: 6, checked: 6, skipped: 0, violations: [], additions: [], unchecked: [] })
    tells(task, judged, 1)
  })

  test.for<[string, string, string, string, string]>([
    ['removed-property', '1', 'getProductUpgradeStatus', '/response/body', "'status'"],
    ['retyped-property', '0', 'checkProductUpgradeEligibility', '/response/body/isEligible', 'boolean'],
    ['html-for-json', '0', 'checkProductUpgradeEligibility', '/response/body', 'text/html'],
    ['missing-location', '0', 'createProductUpgrade', '/response/headers/Location', 'missing'],
  ])('%s is a violation', async ([name, entry, operation, pointer, message], { task }) => {
    const { violations, additions } = verifyHar(await recording(name), productUpgrades)
    expect(violations).toEqual([
      { entry: Number(entry), operation, pointer, message: expect.stringContaining(message) },
    ])
    expect(additions).toEqual([])
    tells(task, judged, 1)
  })

  test.for<[string, string, readonly string[]]>([
    ['new-value', 'value', ['0 /response/body/status', '0 /response/body/lineItems/0/status']],
    ['new-property', 'property', ['0 /response/body/lineItems/0/retriesLeft', '0 /response/body/phase']],
    ['new-fault-code', 'faultCode', ['0 /response/body/code']],
    ['new-status', 'status', ['1 /response/status']],
  ])('%s gives additions of its kind, and no violation', async ([name, kind, expected], { task }) => {
    const { violations, additions } = verifyHar(await recording(name), productUpgrades)
    expect(violations).toEqual([])
    expect(places(additions.filter((each) => each.kind === kind))).toEqual(expected)
    tells(task, judged, 1)
  })

  test('reports a known fault with another status', async () => {
    const { additions } = verifyHar(await recording('new-status'), productUpgrades)
    expect(additions.find(({ kind }) => kind === 'faultCode')?.message).toMatch(/900105.*451.*403/)
  })

  test('reports a known fault from an operation that does not list it', async () => {
    const [conflict, eligibility] = [await entryOf('new-fault-code', 0), await entryOf('good', 0)]
    const text = conflict.response.content.text?.replace('900131', '900109') ?? ''
    const { additions } = verify({
      ...eligibility,
      response: { ...conflict.response, content: { ...conflict.response.content, text } },
    })
    expect(additions).toMatchObject([{ kind: 'faultCode', message: expect.stringContaining('900109') }])
  })
})

describe('an operation is found', () => {
  test.for(['/v1/productUpgrades/eligibility', '/V1/PRODUCTUPGRADES/Eligibility', '/v1/productupgrades/eligibility/'])(
    'at %s',
    async (path) => {
      const report = verify(changed(await entryOf('good', 0), url(path)))
      expect(report).toMatchObject({ checked: 1, violations: [], additions: [] })
    },
  )

  test('at the other servers of the contract', async () => {
    const at = 'https://partner.partnercenterapi.microsoftonline.cn/v1/productUpgrades/eligibility'
    expect(verify(changed(await entryOf('good', 0), { request: { url: at } })).checked).toBe(1)
  })

  test('at a given base URL with its own path', async () => {
    const entry = changed(await entryOf('good', 0), {
      request: { url: 'http://127.0.0.1:4010/pc/v1/productUpgrades/eligibility' },
    })
    expect(() => verify(entry)).toThrow(HarError)
    const report = verifyHar(harOf(entry), productUpgrades, { baseUrls: ['http://127.0.0.1:4010/PC/'] })
    expect(report).toMatchObject({ checked: 1, violations: [] })
  })

  test('among entries of other APIs, which are counted', async () => {
    const own = await entryOf('good', 0)
    const report = verify(
      changed(own, url('/v1/orders')),
      changed(own, { request: { url: 'https://graph.microsoft.com/v1/productUpgrades' } }),
      own,
      changed(own, { request: { method: 'OPTIONS' } }),
    )
    expect(report).toMatchObject({ entries: 4, checked: 1, skipped: 3, violations: [] })
  })
})

describe('what the contract does not declare', () => {
  test('is a new operation if the service accepts it', async () => {
    const report = verify(changed(await entryOf('good', 0), url('/v1/productUpgrades/families')))
    expect(report.additions).toMatchObject([{ kind: 'operation', operation: undefined, pointer: '/request/url' }])
    expect(report.violations).toEqual([])
  })

  test('is a wrong request if it does not', async () => {
    const report = verify(changed(await entryOf('good', 3), url('/v1/productUpgrades/families')))
    expect(places(report.violations)).toEqual(['0 /request/url'])
  })

  test('may be a method', async () => {
    const report = verify(changed(await entryOf('good', 3), { request: { method: 'GET' } }))
    expect(report.violations).toMatchObject([{ pointer: '/request/method', message: expect.stringContaining('POST') }])
  })

  test('is a violation if it is an undeclared success', async () => {
    const report = verify(changed(await entryOf('good', 0), { response: { status: 206 } }))
    expect(places(report.violations)).toEqual(['0 /response/status'])
  })

  test('is not reported for the free-form items of a list of errors', async () => {
    const entry = await entryOf('new-fault-code', 0)
    const text = '{"code":"900109","description":"…","data":[{"anything":{"at":"all"}}],"source":null}'
    expect(verify(changed(entry, { response: { content: { size: -1, mimeType: '', text } } })).additions).toEqual([])
  })
})

describe('a request', () => {
  test('is checked against the contract, whatever its response', async () => {
    const entry = changed(await entryOf('good', 0), {
      request: { postData: { mimeType: 'application/json', text: '{"customerId":"me","productFamily":"azure"}' } },
    })
    expect(new Set(places(verify(entry).violations))).toEqual(new Set(['0 /request/body/customerId']))
  })

  test.for<[string, string, object]>([
    ['without its body', '/request/body', { postData: undefined, bodySize: 0 }],
    ['that is not JSON', '/request/body', { postData: { mimeType: 'application/json', text: '{ {' } }],
    ['with a wrong header', '/request/headers/MS-RequestId', { headers: [{ name: 'ms-requestid', value: 'seven' }] }],
    [
      'with another content type',
      '/request/headers/Content-Type',
      { headers: [{ name: 'content-type', value: 'text/xml' }] },
    ],
    ['with a wrong id', '/request/path/upgrade-id', url('/v1/productUpgrades/42/status').request],
  ])('%s is a violation', async ([, pointer, request]) => {
    const { postData, ...entry } = (await entryOf('good', 2)).request
    const whole = { ...(await entryOf('good', 2)), request: { ...entry, ...(postData && { postData }), ...request } }
    expect(new Set(places(verify(whole).violations))).toEqual(new Set([`0 ${pointer}`]))
  })

  test('needs no credentials, because recorders remove them', async () => {
    const entry = changed(await entryOf('good', 0), { request: { headers: [] } })
    expect(verify(entry).violations).toEqual([])
  })
})

describe('a response', () => {
  test('without Content-Type is JSON, as the pages print it', async () => {
    const { headers, content } = (await entryOf('good', 0)).response
    const untyped = headers.filter(({ name }) => name !== 'Content-Type')
    const entry = changed(await entryOf('good', 0), {
      response: { headers: untyped, content: { ...content, mimeType: 'x-unknown' } },
    })
    expect(verify(entry)).toMatchObject({ violations: [], additions: [] })
  })

  test('in base64 is read', async () => {
    const { content } = (await entryOf('retyped-property', 0)).response
    const text = Buffer.from(content.text ?? '').toString('base64')
    const entry = changed(await entryOf('good', 0), { response: { content: { ...content, text, encoding: 'base64' } } })
    expect(places(verify(entry).violations)).toEqual(['0 /response/body/isEligible'])
  })

  test.for(['', 'base64'])('may begin with a byte order mark, which clients ignore (%s)', async (encoding) => {
    const { content } = (await entryOf('good', 0)).response
    const marked = `\uFEFF${content.text}`
    const text = encoding === '' ? marked : Buffer.from(marked).toString('base64')
    const entry = changed(await entryOf('good', 0), { response: { content: { ...content, text, encoding } } })
    expect(verify(entry).violations).toEqual([])
  })

  test('an entry without its body is not reported as conforming', async () => {
    const entry = changed(await entryOf('good', 0), {
      response: { content: { size: 98, mimeType: 'application/json' }, bodySize: -1 },
    })
    expect(verify(entry)).toMatchObject({ violations: [], unchecked: [{ pointer: '/response/body' }] })
  })

  test('may be missing, because requests can fail', async () => {
    const entry = changed(await entryOf('good', 0), { response: { status: 0 } })
    expect(verify(entry)).toMatchObject({ checked: 1, unanswered: 1, violations: [] })
  })

  test('of a success must have its declared body; a missing body of an error is an addition', async () => {
    const content = { size: 0, mimeType: 'x-unknown', text: '' }
    const success = verify(changed(await entryOf('good', 0), { response: { content } }))
    expect(places(success.violations)).toEqual(['0 /response/body'])
    const fault = verify(changed(await entryOf('good', 3), { response: { content } }))
    expect(fault).toMatchObject({ violations: [], additions: [{ kind: 'body', pointer: '/response/body' }] })
  })

  test('of a create may have a body, as in a generated reference', async () => {
    const { content } = (await entryOf('good', 2)).response
    const report = verify(changed(await entryOf('good', 1), { response: { content, bodySize: -1 } }))
    expect(report).toMatchObject({ violations: [], additions: [{ kind: 'body' }] })
  })
})

test.for<[string, readonly string[], RegExp]>([
  ['no entries', [], /has no entries/],
  [
    'entries of others only',
    ['https://graph.microsoft.com/beta/me'],
    /Partner Center.*graph\.microsoft\.com.*base URL/,
  ],
])('a recording with %s is refused', async ([, urls, message]) => {
  const own = await entryOf('good', 0)
  const entries = urls.map((at) => changed(own, { request: { url: at } }))
  expect(() => verify(...entries)).toThrow(HarError)
  expect(() => verify(...entries)).toThrow(message)
})
