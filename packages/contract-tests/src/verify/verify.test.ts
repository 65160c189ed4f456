import type { JournalEntry } from '@partner-upgrades/mocks'
import { createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { contract } from '@partner-upgrades/spec/contract'
import { describe, expect, onTestFinished, test } from 'vitest'
import { tells } from '../../suite/matrix/proves.ts'
import { cellsOf } from '../matrix/cells.ts'
import { isGood, type Report } from '../report/report.ts'
import { type VerifyOptions, verify } from './verify.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

async function verifyMock(options: Partial<VerifyOptions> = {}, mock = theMock()) {
  const server = await startMockServer(mock)
  onTestFinished(() => server.close())
  const report = await verify({ baseUrl: server.url, token: 'the-token', customerId, maxRps: 10_000, ...options })
  return { report, mock }
}
const theMock = () => createPartnerCenterMock({ customers: [{ id: customerId }], tokens: ['the-token'] })
const failed = ({ cases }: Report) => cases.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)
const figure = ({ figures }: Report, name: string) => figures.find(({ label }) => label === name)?.value
const operations = (requests: readonly JournalEntry[]) =>
  [...new Set(requests.map(({ operation }) => operation))].sort()

test('our mocks conform to the contract in everything that can be requested of them', async ({ task }) => {
  const { report, mock } = await verifyMock({ allowWrites: true })
  expect(failed(report)).toEqual([])
  expect(isGood(report)).toBe(true)
  const examples = cellsOf(contract).length
  expect(figure(report, 'served on request')).toBe(`${examples} of ${examples}`)
  expect(Number(figure(report, 'passed'))).toBeGreaterThan(230)
  expect(mock.snapshot().upgrades).toHaveLength(1)
  tells(task, 'cases that verify sends to our mocks over HTTP', figure(report, 'passed') ?? '')
  expect(report.slots.filter(({ outcome }) => outcome === 'failed' || outcome === 'open')).toEqual([])
})

test('without --allow-writes, no request is sent that could create an upgrade', async () => {
  const { report, mock } = await verifyMock()
  expect(failed(report)).toEqual([])
  expect(mock.requests.filter(({ target }) => /productUpgrades$/i.test(target))).toEqual([])
  expect(mock.snapshot().upgrades).toEqual([])
  const skipped = report.cases.filter(({ name }) => name.startsWith('createProductUpgrade'))
  expect(skipped.length).toBeGreaterThan(70)
  for (const { outcome, reasons } of skipped) {
    expect(outcome).toBe('notExercised')
    expect(reasons).toEqual(['could create an upgrade: not without --allow-writes'])
  }
})

test('in safe mode, only valid read requests are sent', async () => {
  const { report, mock } = await verifyMock({ safe: true })
  expect(failed(report)).toEqual([])
  expect(mock.requests.filter(({ rejected }) => rejected !== undefined)).toEqual([])
  const reading = Object.keys(contract.operations).filter((id) => id !== 'createProductUpgrade')
  // The customer has no Azure plan whose entitlements could be listed.
  expect(operations(mock.requests)).toEqual(reading.filter((id) => id !== 'listAzureEntitlements').sort())
  expect(mock.requests.length).toBeLessThan(3 * reading.length)
  // The first request only checks the provider.
  expect(figure(report, 'passed')).toBe(String(mock.requests.length - 1))
})

test('the status of an upgrade that eligibility names is requested', async () => {
  const upgrade = {
    id: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
    customerId,
    completedAt: '2019-08-29T23:47:28.8524555Z',
  }
  const { report } = await verifyMock({ safe: true }, createPartnerCenterMock({ upgrades: [upgrade] }))
  const shown = report.slots.filter(({ way, outcome }) => way === 'state' && outcome === 'shown')
  expect(shown.map(({ cell }) => `${cell.status} ${cell.name}`)).toEqual(
    expect.arrayContaining(['200 documented', '200 alreadyUpgrading', '404 upgradeNotFound']),
  )
  expect(report.cases.find(({ name }) => name.includes('customer of nobody'))).toMatchObject({
    outcome: 'notExercised',
    reasons: ['the provider accepts every ID as that of a customer'],
  })
})

describe('a provider that breaks the contract is caught', () => {
  test('a property of another type', async () => {
    const mock = theMock()
    // Changed after the mock's own check, as a provider without one would respond.
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const answer = await globalThis.fetch(input, init)
      const text = (await answer.text()).replace('"isEligible":true', '"isEligible":"true"')
      return new Response(text || null, answer)
    }
    const { report } = await verifyMock({ safe: true, fetch }, mock)
    expect(failed(report)).toEqual([
      'checkProductUpgradeEligibility: everything that may be sent',
      'checkProductUpgradeEligibility: no more than must be sent',
      'checkProductUpgradeEligibility.en: as printed',
    ])
  })

  test('a create without its Location', async () => {
    const mock = theMock()
    mock.inject(faults.missingLocation(), { operation: 'createProductUpgrade' })
    const { report } = await verifyMock({ allowWrites: true }, mock)
    expect(failed(report)).toContain('createProductUpgrade: everything that may be sent')
    expect(report.cases.find(({ outcome }) => outcome === 'failed')?.reasons).toEqual([
      'the header Location is missing',
    ])
  })

  test('a request that should have been refused', async () => {
    const lenient: typeof globalThis.fetch = (input, init) => {
      const headers = new Headers(init?.headers)
      headers.set('Content-Type', 'application/json')
      return globalThis.fetch(input, { ...init, headers })
    }
    const { report } = await verifyMock({ fetch: lenient })
    expect(failed(report)).toContain('checkProductUpgradeEligibility: the content type text/plain')
    expect(failed(report).every((name) => name.includes('the content type'))).toBe(true)
  })
})

interface Lie {
  /** Selects the requests that get a wrong response. */
  readonly about: (request: Request) => boolean
  /** Turns the right response into the wrong one. */
  readonly tell: (answer: Response) => Promise<Response> | Response
  /** Why the case of the request fails. */
  readonly reason: string
  /** Whether a run in safe mode, which sends far less, is enough to show it. */
  readonly safe?: true
}

const asked =
  (example: string) =>
  ({ headers }: Request) =>
    headers.get('Prefer')?.includes(example) === true
const isRead = ({ url, headers }: Request) => new URL(url).pathname.endsWith('/customers') && !headers.has('Prefer')
const retold = async (answer: Response, from: string, to: string): Promise<Response> =>
  new Response((await answer.text()).replace(from, to), answer)

const ids = (headers: Headers) => ({
  'MS-RequestId': headers.get('MS-RequestId') ?? '',
  'MS-CorrelationId': headers.get('MS-CorrelationId') ?? '',
})

test.for<[what: string, lie: Lie]>([
  [
    'cuts a connection',
    {
      about: asked('example=documented'),
      tell: () => Promise.reject(new TypeError('fetch failed')),
      reason: 'fetch failed',
    },
  ],
  [
    'answers with another body than the example asked for',
    {
      about: asked('example=documented'),
      tell: (answer) => retold(answer, '"isEligible":true', '"isEligible":false'),
      reason: 'the body is not that of the example asked for',
    },
  ],
  [
    'answers a valid request with a status that is not in the contract',
    {
      about: isRead,
      tell: async (answer) => new Response(await answer.text(), { status: 206, headers: answer.headers }),
      reason: 'the status 206 is not in the contract',
      safe: true,
    },
  ],
  [
    'answers with an HTML page',
    {
      about: isRead,
      tell: () => new Response('<html></html>', { headers: { 'Content-Type': 'text/html' } }),
      reason: 'the body is text/html, not application/json',
      safe: true,
    },
  ],
  [
    'answers with half a body',
    {
      about: isRead,
      tell: async (answer) => new Response((await answer.text()).slice(0, -1), answer),
      reason: 'the body is not JSON',
      safe: true,
    },
  ],
  [
    'returns the status of another upgrade',
    {
      about: ({ url, headers }) => url.endsWith('/status') && !headers.has('Prefer'),
      tell: (answer) => retold(answer, '"id":"', '"id":"42d075a4-bfe7-43e7-af6d-7c68a57edcb4","was":"'),
      reason: 'the body at /id is 42d075a4-bfe7-43e7-af6d-7c68a57edcb4, and the request was about',
    },
  ],
  [
    'returns the eligibility of another customer',
    {
      about: ({ url, headers }) => url.endsWith('/eligibility') && !headers.has('Prefer'),
      tell: (answer) => retold(answer, customerId, 'b44bb1fb-c595-45b0-9e09-d657365580bf'),
      reason: `the body at /customerId is b44bb1fb-c595-45b0-9e09-d657365580bf, and the request was about ${customerId}`,
      safe: true,
    },
  ],
  [
    'creates a second upgrade for a customer',
    {
      about: ({ url, method, headers }) =>
        method === 'POST' && url.endsWith('/productUpgrades') && !headers.has('Prefer'),
      tell: async ({ status, headers }) =>
        status === 202 || status === 409
          ? new Response(null, {
              status: 202,
              headers: { ...ids(headers), Location: `productUpgrades/${crypto.randomUUID()}` },
            })
          : Response.error(),
      reason: 'which it created before in this run: expected 409 with code 900109',
    },
  ],
  [
    'sends a fault with another status',
    {
      about: asked('example=noAzureSubscriptions'),
      tell: async (answer) => new Response(await answer.text(), { status: 400, headers: answer.headers }),
      reason: 'fault 900108 comes with 403, not with 400',
    },
  ],
])('a provider that %s fails', async ([, { about, tell, reason, safe = false }]) => {
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const answer = await globalThis.fetch(input, init)
    return about(new Request(input, init)) ? tell(answer) : answer
  }
  const { report } = await verifyMock({ allowWrites: !safe, safe, fetch })
  expect(isGood(report)).toBe(false)
  const reasons = report.cases.flatMap((each) => (each.outcome === 'failed' ? each.reasons : []))
  expect(reasons.join('\n')).toContain(reason)
})

test.for(['a', 'b', 'c', 'd', 'e'])(
  'a provider that varies what the documentation leaves open keeps the contract (seed %s)',
  async (seed) => {
    const { report } = await verifyMock({}, createPartnerCenterMock({ varyResponses: true, seed }))
    expect(report.cases.filter(({ outcome }) => outcome === 'failed')).toEqual([])
  },
)

test.for([true, false])(
  'the report counts the responses that repeat the request ID, which is not required (%s)',
  async (echoIds) => {
    const mock = createPartnerCenterMock({ customers: [{ id: customerId }], tokens: ['the-token'], echoIds })
    const { report } = await verifyMock({ safe: true }, mock)
    expect(isGood(report)).toBe(true)
    const [, repeated, all] = /^(\d+) of (\d+)$/.exec(figure(report, 'responses that repeat MS-RequestId') ?? '') ?? []
    expect(Number(all)).toBeGreaterThan(5)
    expect(Number(repeated)).toBe(echoIds ? Number(all) : 0)
  },
)

test('if a provider is lost midway, the report has the results so far and says where it was lost', async () => {
  let left = 12
  const fetch: typeof globalThis.fetch = (input, init) =>
    left-- > 0 ? globalThis.fetch(input, init) : Promise.reject(new TypeError('connect ECONNREFUSED'))
  const { report } = await verifyMock({ fetch })
  expect(isGood(report)).toBe(false)
  const outcomes = report.cases.map(({ outcome }) => outcome)
  expect(outcomes.filter((outcome) => outcome === 'passed').length).toBeGreaterThan(5)
  const at = outcomes.indexOf('failed')
  expect(report.cases[at]?.reasons).toEqual([expect.stringMatching(/^The provider was lost at ".+": .*ECONNREFUSED/)])
  expect(new Set(outcomes.slice(at + 1))).toEqual(new Set(['notExercised']))
  expect(report.failures).toEqual([expect.stringContaining(report.cases[at]?.name ?? 'nothing')])
})

test('a provider that is never available is not a success', async () => {
  const mock = theMock()
  mock.inject(faults.unavailable(), { every: 1 })
  await expect(verifyMock({ safe: true }, mock)).rejects.toThrow(
    'Nothing could be checked: answered 503 with code 503.',
  )
})

test('a customer with a condition is reported, and is not a failure', async () => {
  const mock = createPartnerCenterMock({ customers: [{ id: customerId, condition: '900105' }] })
  const { report } = await verifyMock({ allowWrites: true }, mock)
  expect(failed(report)).toEqual([])
  expect(report.cases.find(({ name }) => name === 'createProductUpgrade.en: as printed')).toMatchObject({
    outcome: 'notExercised',
    reasons: ['answered 403 with code 900105'],
  })
  const shown = report.slots.filter(({ cell, way }) => cell.name === 'suspendedSubscriptions' && way === 'state')
  expect(shown.map(({ outcome }) => outcome)).toEqual(['shown'])
})

test('requests are paced, and a throttled one is sent again after its wait', async () => {
  const naps: number[] = []
  let now = 0
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      naps.push(milliseconds)
      now += milliseconds
    },
  }
  const mock = theMock()
  mock.inject(faults.throttled({ retryAfter: 57 }), { nth: 2 })
  const { report } = await verifyMock({ safe: true, maxRps: 4, clock }, mock)
  expect(failed(report)).toEqual([])
  expect(naps).toContain(57_000)
  expect(naps.filter((nap) => nap === 250).length).toBeGreaterThanOrEqual(mock.requests.length - 3)
})
