import { createProductUpgradesClient, isPartnerCenterError } from '@partner-upgrades/client'
import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { describe, expect, test } from 'vitest'
import { productUpgrades } from './api.ts'
import { createRecorder, type RecorderOptions } from './recorder.ts'
import { verifyHar } from './verify-har.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const request = { customerId, productFamily: 'Azure' }
const url = 'https://api.partnercenter.microsoft.com/v1/productUpgrades/eligibility'
const json = { 'Content-Type': 'application/json' }

/** A client of the mocks whose traffic is recorded. */
function recorded(options: RecorderOptions = {}) {
  const mock = createPartnerCenterMock({ clock: createClock({ auto: true }) })
  const recorder = createRecorder({ fetch: mock.fetch, now: () => mock.clock.now(), ...options })
  const client = createProductUpgradesClient({ credential: 'a-credential', clock: mock.clock, fetch: recorder.fetch })
  return { mock, recorder, client }
}

describe('what a client does with the mocks', () => {
  test('is recorded, and conforms', async () => {
    const { recorder, client } = recorded()
    await client.checkEligibility(request)
    const upgrade = await client.create(request)
    await client.waitForCompletion(upgrade)
    const report = verifyHar(await recorder.har(), productUpgrades)
    expect(report.checked).toBeGreaterThanOrEqual(3)
    expect(report).toMatchObject({ skipped: 0, violations: [], additions: [], unchecked: [] })
  })

  test('is recorded without the credential and the customer, and with each retry', async () => {
    const { mock, recorder, client } = recorded()
    mock.inject(faults.throttled({ retryAfter: 57 }))
    await client.checkEligibility(request)
    const har = await recorder.har()
    expect(har.log.entries.map(({ response }) => response.status)).toEqual([429, 200])
    expect(JSON.stringify(har)).not.toMatch(/a-credential|4c721420/i)
    const [first, second] = har.log.entries.map((entry) => JSON.parse(entry.request.postData?.text ?? '').customerId)
    expect(first).toBe(second)
    expect(har.log.entries[1]?.response.content.text).toContain(first)
  })

  test('that fails midway is recorded as far as it got', async () => {
    const { mock, recorder, client } = recorded()
    mock.inject(faults.dropped())
    await client.create(request).catch((error) => expect(isPartnerCenterError(error)).toBe(true))
    const [entry] = (await recorder.har()).log.entries
    expect(entry?.response.status).toBe(0)
    expect(verifyHar(await recorder.har(), productUpgrades)).toMatchObject({ unanswered: 1, violations: [] })
  })
})

test('a recording is a valid HAR of version 1.2', async () => {
  const { recorder, client } = recorded()
  await client.create(request)
  const { log } = await recorder.har()
  expect(log).toMatchObject({ version: '1.2', creator: { name: expect.any(String), version: expect.any(String) } })
  const [entry] = log.entries
  const number = expect.any(Number)
  const text = expect.any(String)
  expect(entry).toMatchObject({
    startedDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    time: number,
    request: {
      method: 'POST',
      url: text,
      httpVersion: text,
      cookies: [],
      queryString: [],
      headersSize: -1,
      bodySize: number,
    },
    response: {
      status: 202,
      statusText: 'Accepted',
      httpVersion: text,
      cookies: [],
      content: { size: 0, mimeType: text },
      redirectURL: '',
      headersSize: -1,
      bodySize: 0,
    },
    cache: {},
    timings: { send: number, wait: number, receive: number },
  })
})

describe('the fetch of a recorder', () => {
  const echo = async (input: string | URL | Request, init?: RequestInit) =>
    new Response(await new Request(input, init).text(), { headers: json })
  const body = '{"customerId":"4c721420-72ad-4708-a0a7-371a2f7b0969"}'

  test.for<[string, () => [string | URL | Request, RequestInit?]]>([
    ['text', () => [url, { method: 'POST', headers: json, body }]],
    ['bytes', () => [new URL(url), { method: 'POST', headers: json, body: new TextEncoder().encode(body) }]],
    ['a Request', () => [new Request(url, { method: 'POST', headers: json, body })]],
    ['a Request with options', () => [new Request(url, { method: 'POST', body }), { headers: json }]],
    [
      'a stream',
      () => [
        url,
        Object.assign({ duplex: 'half' }, { method: 'POST', headers: json, body: new Blob([body]).stream() }),
      ],
    ],
  ])('sends %s unchanged, and records it', async ([, send]) => {
    const recorder = createRecorder({ fetch: echo })
    const answer = await recorder.fetch(...send())
    expect(await answer.text()).toBe(body)
    const [entry] = (await recorder.har()).log.entries
    expect(entry?.request.postData?.text).toMatch(/^\{"customerId":"[0-9a-f-]{36}"\}$/)
    expect(entry?.response.content.text).toBe(entry?.request.postData?.text)
  })

  test('fails as the underlying fetch fails', async () => {
    const failure = new TypeError('fetch failed')
    const recorder = createRecorder({ fetch: () => Promise.reject(failure) })
    await expect(recorder.fetch(url)).rejects.toBe(failure)
    expect((await recorder.har()).log.entries[0]?.comment).toBe('There was no answer')
  })

  test('can be aborted', async () => {
    const recorder = createRecorder({
      fetch: (_, init) =>
        new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))),
    })
    const abort = new AbortController()
    const answer = recorder.fetch(url, { method: 'POST', body, signal: abort.signal })
    abort.abort(new Error('enough'))
    await expect(answer).rejects.toThrow('enough')
    expect((await recorder.har()).log.entries[0]?.request.postData?.text).toContain('customerId')
  })

  test('does not keep a body that is too large, and says that one was omitted', async () => {
    const recorder = createRecorder({
      fetch: async () => new Response('x'.repeat(101), { headers: json }),
      bodyLimit: 100,
    })
    expect(await (await recorder.fetch(url, { method: 'POST' })).text()).toHaveLength(101)
    expect(verifyHar(await recorder.har(), productUpgrades).unchecked).toMatchObject([{ pointer: '/response/body' }])
  })

  test('keeps no traffic of other APIs', async () => {
    const recorder = createRecorder({ fetch: echo })
    await recorder.fetch('https://api.partnercenter.microsoft.com/v1/invoices', { method: 'POST', body: 'secret' })
    expect((await recorder.har()).log.entries).toEqual([])
  })
})
