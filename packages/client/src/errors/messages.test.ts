import { expect, onTestFinished, test, vi } from 'vitest'
import { createSkippingClock } from '../../test/clock.ts'
import { accepted, completed, fault, request, requestId, type Step, script, upgrade } from '../../test/service.ts'
import { createProductUpgradesClient, isFault, isPartnerCenterError, type ProductUpgradesClient } from '../index.ts'
import type { ProductUpgradesClientOptions } from '../options/client-options.ts'
import { describeForSupport } from '../support.ts'
import { validateResponses } from '../validation.ts'
import { PartnerCenterError } from './errors.ts'

/** Makes a call that must fail, and returns its error. */
async function failed(
  step: Step,
  call: (upgrades: ProductUpgradesClient) => Promise<unknown> = (upgrades) => upgrades.checkEligibility(request),
  options: Partial<ProductUpgradesClientOptions> = {},
): Promise<Error> {
  const { fetch } = script(step)
  const clock = createSkippingClock()
  const upgrades = createProductUpgradesClient({ credential: 'token', fetch, clock, retries: 0, ...options })
  const error: unknown = await call(upgrades).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Error) return error
  throw new Error('the call succeeded')
}

const create = (upgrades: ProductUpgradesClient) => upgrades.create(request, { requestId })
const ofType = (type: string) => Object.defineProperty(new Response(), 'type', { value: type })

test.for<[string, Step, string]>([
  ['a redirect', new Response(null, { status: 300 }), 'Redirects are not followed'],
  ['a redirect that a browser hides', ofType('opaqueredirect'), 'Redirects are not followed'],
  ['a list where an object belongs', Response.json([]), 'The response is not a JSON object'],
  ['a response that is too long', new Response('x'.repeat(2 ** 20 + 1)), 'The response is too long'],
])('%s is reported as a violation of the contract', async ([, step, message]) => {
  expect(await failed(step)).toMatchObject({ name: 'ContractViolationError', message })
})

test('a response may be up to 1 MiB long', async () => {
  const start = JSON.stringify({ ...request, isEligible: true, reason: '' })
  const text = start.replace('""', `"${'x'.repeat(2 ** 20 - start.length)}"`)
  for (const headers of [{}, { 'Content-Length': String(text.length) }]) {
    const { fetch } = script(new Response(text, { headers }))
    const upgrades = createProductUpgradesClient({ credential: 'token', fetch })
    expect(await upgrades.checkEligibility(request)).toMatchObject({ isEligible: true })
  }
})

test('a character split between two chunks arrives whole', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...request, isEligible: false, reason: 'déjà' }))
  const cut = bytes.indexOf(0xc3) + 1
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, cut))
      controller.enqueue(bytes.slice(cut))
      controller.close()
    },
  })
  const { fetch } = script(new Response(body))
  const upgrades = createProductUpgradesClient({ credential: 'token', fetch })
  expect((await upgrades.checkEligibility(request)).reason).toBe('déjà')
})

test.for([
  ['is missing', undefined],
  ['names no upgrade', 'customers/1'],
] as const)('an unknown outcome whose Location %s says so in its cause', async ([, location]) => {
  const step = location === undefined ? new Response(null, { status: 202 }) : accepted(location)
  const error = await failed(step, create)
  expect(error).toMatchObject({
    name: 'OutcomeUnknownError',
    message: `The service accepted the create but does not show the upgrade. Call ensure with this requestId: ${requestId}`,
    accepted: true,
    cause: { message: 'The Location header is missing or names no upgrade' },
  })
})

test('a thrown value that is not an error is quoted', async () => {
  const error = await failed(() => Promise.reject('out of order'))
  expect(error).toMatchObject({
    name: 'ConnectionError',
    message: 'No connection: out of order',
    cause: 'out of order',
  })
})

const never = (_: unknown, { signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

test('a timeout names its limit, and whether the token or the response was late', async () => {
  const options = { timeout: 20 }
  const late = await failed(never, undefined, options)
  expect(late).toMatchObject({ name: 'RequestTimeoutError', message: 'No response within 20 ms' })
  expect(late.cause).toBeInstanceOf(Error)
  const credential = () => new Promise<never>(() => {})
  expect(await failed(never, undefined, { ...options, credential })).toMatchObject({
    name: 'RequestTimeoutError',
    message: 'No token within 20 ms',
  })
})

test('a call that times out waiting for its turn says so', async () => {
  const error = await failed(
    never,
    async (upgrades) => {
      const { signal, ...controller } = abortable()
      const first = upgrades.checkEligibility(request, { signal }).catch(() => {})
      try {
        await upgrades.checkEligibility(request, { totalTimeout: 20 })
      } finally {
        controller.abort()
        await first
      }
    },
    { maxInFlight: 1 },
  )
  expect(error).toMatchObject({
    name: 'RequestTimeoutError',
    message: expect.stringMatching(/^Not sent within \d+ ms$/),
  })
})

function abortable(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

test('an aborted call says so, and why', async () => {
  const error = await failed(never, (upgrades) =>
    upgrades.checkEligibility(request, { signal: AbortSignal.abort('home') }),
  )
  expect(error).toMatchObject({ name: 'AbortError', message: 'The call was aborted', cause: 'home' })
})

test.for<[string, ProductUpgradesClientOptions['credential']]>([
  ['The credential failed', () => Promise.reject(new Error('no network'))],
  ['The credential returned an expired token', () => ({ token: 'token', expiresOnTimestamp: Date.UTC(2026, 0, 1) })],
])('the error says: %s', async ([message, credential]) => {
  expect(await failed(never, undefined, { credential })).toMatchObject({
    name: 'AuthenticationError',
    message,
    reason: 'credential',
  })
})

const empty = 'is empty: set it to a token, a function that returns one, or a TokenCredential'
const withBearer = 'starts with "Bearer", which the client adds: give the token alone'
const unusable = 'returned no usable token: it must be printable ASCII without spaces'
const noTime = 'returned no expiresOnTimestamp in milliseconds since 1970'
const later = Date.UTC(2030, 0, 1)

test.for<[unknown, string]>([
  ['', empty],
  [undefined, empty],
  [null, empty],
  [() => ({ token: '', expiresOnTimestamp: later }), empty],
  [() => ({ token: undefined, expiresOnTimestamp: later }), empty],
  [{ getToken: async () => null }, empty],
  ['Bearer secret', withBearer],
  [() => ({ token: 'bearer secret', expiresOnTimestamp: later }), withBearer],
  ['two secrets', unusable],
  ['line\nbreak secret', unusable],
  [42, unusable],
  [() => ({ token: 'two\nsecrets', expiresOnTimestamp: later }), unusable],
  [() => ({ token: 'secret' }), noTime],
  [() => ({ token: 'secret', expiresOnTimestamp: later / 1000 }), noTime],
  [() => ({ token: 'secret', expiresOnTimestamp: new Date(Number.NaN) }), noTime],
  [() => ({ token: 'secret', expiresOnTimestamp: 'soon' }), noTime],
])('the credential %s fails at the first call, not before: it %s', async ([credential, flaw]) => {
  const error = await failed(never, undefined, { credential: credential as never })
  expect(error).toMatchObject({ name: 'AuthenticationError', reason: 'credential', message: `The credential ${flaw}` })
  expect(String(error)).not.toContain('secret')
})

test('the error of a failed upgrade has the outcome', async () => {
  const step = Response.json({ ...completed, status: 'Failed', lineItems: [] })
  const error = await failed(step, (upgrades) => upgrades.waitForCompletion(upgrade))
  expect(error).toMatchObject({ name: 'UpgradeFailedError', message: 'The upgrade failed', outcome: 'failed' })
})

test.for<[string, Response, string]>([
  ['a body', fault(400, '900118', 'Invalid Customer ID'), '400 900118: Invalid Customer ID'],
  ['a description', Response.json({ code: 900118 }, { status: 400 }), '400 900118'],
  ['a string or number code', Response.json({ code: true, description: 'No.' }, { status: 400 }), '400: No.'],
  ['a body at all', new Response(null, { status: 503 }), '503'],
])('the message of a fault, with or without %s, has the details that there are', async ([, step, text]) => {
  const error = await failed(step)
  expect(error.message).toBe(`checkProductUpgradeEligibility failed with ${text}`)
})

test('a token in a description is replaced, whatever precedes and follows it', async () => {
  const error = await failed(fault(400, '1', 'Sent Bearer   abc.def, then eyJhbGciOi.abc-_.def!'))
  expect(isFault(error) && error.description).toBe('Sent <token> then <token>!')
})

test("the customer's GUID in a fault is not taken for an upgrade ID, in upper or lower case", async () => {
  const error = await failed(fault(409, '900109', `In progress for ${request.customerId.toUpperCase()}`), create)
  expect(isFault(error) && error.code).toBe('900109')
  expect(error).not.toHaveProperty('upgradeId')
})

test('a problem with the token is not a fault', async () => {
  const error = await failed(fault(401, '900420'))
  expect(isPartnerCenterError(error) && error.name).toBe('AuthenticationError')
  expect(isFault(error)).toBe(false)
})

test('an error without a cause has none', async () => {
  expect('cause' in (await failed(fault(400, '900118')))).toBe(false)
})

test('the description for support lists each request, or none', async () => {
  expect(describeForSupport(new PartnerCenterError('Nothing happened'))).toBe(
    'PartnerCenterError: Nothing happened. MS-RequestId none; 0 HTTP requests were sent.',
  )
  const { fetch } = script(new Response(null, { status: 503 }), new Response(null, { status: 503 }))
  const upgrades = createProductUpgradesClient({ credential: 't', fetch, clock: createSkippingClock(), retries: 1 })
  const error: unknown = await upgrades.checkEligibility(request).catch((thrown: unknown) => thrown)
  const text = describeForSupport(error)
  expect(text).toContain('; 2 HTTP requests were sent. (1) checkProductUpgradeEligibility at 2026-01-01T00:00:00.000Z')
  expect(text).toMatch(/ms, MS-CorrelationId [\da-f-]{36}\. \(2\)/)
})

test('invalid responses are rejected by default, with a list of the differences', () => {
  const validate = validateResponses()
  expect(() => validate('checkProductUpgradeEligibility', [])).toThrow(
    /^The response to checkProductUpgradeEligibility does not match the contract: the whole /,
  )
  expect(() => validate('checkProductUpgradeEligibility', { ...request, isEligible: 1, productFamily: 2 })).toThrow(
    /contract: \/\w+ [^;]+; \/\w+ [^;]+$/,
  )
  expect(() => validate('createProductUpgrade', { anything: true })).not.toThrow()
})

test('warnings go to the console by default', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => warn.mockRestore())
  validateResponses('warn')('checkProductUpgradeEligibility', {})
  expect(warn.mock.calls).toEqual([[expect.stringContaining('does not match the contract')]])
})
