import { expect, test } from 'vitest'
import { accepted, request, script, upgrade } from '../../test/service.ts'
import { createProductUpgradesClient, type ProductUpgradesClient, type ProductUpgradesClientOptions } from '../index.ts'

const make = (options: Readonly<Record<string, unknown>>): ProductUpgradesClient =>
  Reflect.apply(createProductUpgradesClient, undefined, [{ credential: 'token', ...options }])

test.for([
  [{ cloud: 'mars' }, 'cloud must be global or usGov or china21Vianet'],
  [{ cloud: 'toString' }, 'cloud must be'],
  [{ baseUrl: 'not a url' }, 'baseUrl must be https, or http to loopback, with no user, query, fragment or /v1'],
  [{ baseUrl: '' }, 'baseUrl must be'],
  [{ baseUrl: 'http://api.example' }, 'baseUrl must be'],
  [{ baseUrl: 'http://127.0.0.1.evil.example' }, 'baseUrl must be'],
  [{ baseUrl: 'http://localhost.evil.example' }, 'baseUrl must be'],
  [{ baseUrl: 'ftp://localhost' }, 'baseUrl must be'],
  [{ baseUrl: 'https://user:pass@api.example' }, 'baseUrl must be'],
  [{ baseUrl: 'https://api.example?x=1' }, 'baseUrl must be'],
  [{ baseUrl: 'https://api.example#x' }, 'baseUrl must be'],
  [{ baseUrl: 'https://api.example/v1/' }, 'baseUrl must be'],
  [{ timeout: -1 }, 'timeout must be a number above 0'],
  [{ timeout: 0 }, 'timeout must be'],
  [{ timeout: Number.NaN }, 'timeout must be'],
  [{ timeout: '5' }, 'timeout must be'],
  [{ totalTimeout: -1 }, 'totalTimeout must be'],
  [{ retries: -1 }, 'retries must be a number, 0 or more'],
  [{ maxRetryAfter: -1 }, 'maxRetryAfter must be a number, 0 or more'],
  [{ maxInFlight: 0 }, 'maxInFlight must be'],
  [{ pollsPerMinute: 0 }, 'pollsPerMinute must be'],
  [{ minPollDelay: -5 }, 'minPollDelay must be'],
  [{ maxPollDelay: 0 }, 'maxPollDelay must be'],
  [{ application: 'Contoso\r\nX: y' }, 'application must be'],
  [{ locale: '' }, 'locale must be printable ASCII'],
] as const)('the options %j are refused: %s', ([options, message]) => {
  expect(() => make(options)).toThrow(TypeError)
  expect(() => make(options)).toThrow(message)
})

test.for(['http://localhost:4010', 'http://127.0.0.1', 'http://[::1]:80/', 'https://proxy.example/partner/'])(
  'the base URL %s is accepted',
  (baseUrl) => {
    expect(() => make({ baseUrl })).not.toThrow()
  },
)

type Method = 'checkEligibility' | 'create' | 'ensure' | 'getStatus' | 'poll' | 'waitForCompletion'
const guid = 'a GUID'

test.for<readonly [Method, unknown, unknown, string]>([
  ['checkEligibility', undefined, {}, `customerId must be ${guid}`],
  ['checkEligibility', { productFamily: 'Azure' }, {}, `customerId must be ${guid}`],
  ['checkEligibility', { ...request, customerId: undefined }, {}, `customerId must be ${guid}`],
  ['checkEligibility', { ...request, customerId: 'contoso' }, {}, `customerId must be ${guid}`],
  ['checkEligibility', { ...request, productFamily: '' }, {}, 'productFamily must be'],
  ['checkEligibility', { customerId: request.customerId }, {}, 'productFamily must be'],
  ['checkEligibility', request, { correlationId: 'x' }, `correlationId must be ${guid}`],
  ['checkEligibility', request, { timeout: -1 }, 'timeout must be'],
  ['checkEligibility', request, { totalTimeout: 0 }, 'totalTimeout must be'],
  ['create', { productFamily: 'Azure' }, {}, `customerId must be ${guid}`],
  ['ensure', { customerId: request.customerId }, {}, 'productFamily must be printable ASCII'],
  ['create', { ...request, customerId: '{4c721420-72ad-4708-a0a7-371a2f7b0969}' }, {}, `customerId must be ${guid}`],
  ['create', request, { requestId: 'mine' }, `requestId must be ${guid}`],
  ['create', request, { completeWithin: -1 }, 'completeWithin must be'],
  ['ensure', request, { requestId: '' }, `requestId must be ${guid}`],
  ['getStatus', { ...upgrade, upgradeId: '../eligibility' }, {}, `upgradeId must be ${guid}`],
  ['getStatus', request, {}, `upgradeId must be ${guid}`],
  ['getStatus', { ...upgrade, customerId: undefined }, {}, `customerId must be ${guid}`],
  ['poll', { ...upgrade, productFamily: undefined }, {}, 'productFamily must be printable ASCII'],
  ['getStatus', { ...upgrade, baseUrl: 'https://evil.example' }, {}, "baseUrl of the upgrade must be the client's"],
  ['poll', { ...upgrade, deadline: 'soon' }, {}, 'deadline must be an ISO 8601 time'],
  ['poll', upgrade, { lastDelay: -1 }, 'lastDelay must be'],
  ['waitForCompletion', upgrade, { timeout: -1 }, 'timeout must be'],
])('%s(%j, %j) is refused before anything is sent: %s', async ([method, subject, options, message]) => {
  const { fetch, seen } = script()
  const client = make({ fetch })
  const call: Promise<unknown> = Reflect.apply(client[method], client, [subject, options])
  await expect(call).rejects.toThrow(TypeError)
  await expect(Reflect.apply(client[method], client, [subject, options])).rejects.toThrow(message)
  expect(seen).toHaveLength(0)
})

const misspelt = /^requestID must be left out: there is no such option$/

test('a misspelt option of a client is named', () => {
  expect(() => make({ requestID: request.customerId })).toThrow(misspelt)
  expect(() => make({ maxRetries: 3 })).toThrow('maxRetries must be left out')
})

test.for(['checkEligibility', 'create', 'ensure', 'getStatus', 'poll', 'waitForCompletion'] as const)(
  'a misspelt option of %s is named before anything is sent',
  async (method) => {
    const { fetch, seen } = script()
    const client = make({ fetch })
    const call = Reflect.apply(client[method], client, [upgrade, { requestID: request.customerId }])
    await expect(call).rejects.toThrow(misspelt)
    expect(seen).toHaveLength(0)
  },
)

test('a misspelt option of watch is named', async () => {
  const watched = Reflect.apply(make({}).watch, undefined, [upgrade, { requestID: request.customerId }])
  await expect(watched.next()).rejects.toThrow(misspelt)
})

test.for(['checkEligibility', 'create', 'ensure'] as const)('every option of %s may be undefined', async (method) => {
  const eligible = Response.json({ ...request, isEligible: true })
  const { fetch } = script(...(method === 'create' ? [] : [eligible]), accepted())
  const options = ['signal', 'requestId', 'correlationId', 'headers', 'timeout', 'totalTimeout']
  const given = Object.fromEntries(options.map((name) => [name, undefined]))
  await expect(Reflect.apply(make({ fetch })[method], undefined, [request, given])).resolves.toBeTypeOf('object')
})

test('every option of a client may be undefined', () => {
  const options: Readonly<Record<keyof ProductUpgradesClientOptions, undefined>> = {
    credential: undefined,
    cloud: undefined,
    baseUrl: undefined,
    fetch: undefined,
    clock: undefined,
    application: undefined,
    locale: undefined,
    validateMfa: undefined,
    headers: undefined,
    timeout: undefined,
    totalTimeout: undefined,
    retries: undefined,
    settleFor: undefined,
    idempotency: undefined,
    maxRetryAfter: undefined,
    gate: undefined,
    maxInFlight: undefined,
    pollsPerMinute: undefined,
    minPollDelay: undefined,
    maxPollDelay: undefined,
    validate: undefined,
    random: undefined,
    onRequest: undefined,
    onResponse: undefined,
    onRetry: undefined,
    onSettle: undefined,
    onAudit: undefined,
  }
  expect(() => make(options)).not.toThrow()
  for (const name of Object.keys(options)) expect(() => make({ [name]: undefined })).not.toThrow()
})
