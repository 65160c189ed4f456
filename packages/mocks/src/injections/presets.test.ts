import { expect, test } from 'vitest'
import { call, create, customerId, otherCustomerId, upgradeId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../mock/partner-center-mock.ts'
import { createClock } from '../time/clock.ts'
import type { InjectedFault } from './injected-fault.ts'
import { faults } from './presets.ts'

const { fault: _, throttledUntil, ...simple } = faults
const date = new Date('2026-01-01T00:01:00Z')
const presets: readonly (readonly [string, () => InjectedFault])[] = [
  ...Object.entries(simple),
  ['throttledUntil', () => throttledUntil({ date })],
]

/** Presets that respond within the contract: the journal records them as ordinary responses. */
const ordinary = /^(throttled|tokenExpired|mfaRequired|wrongTokenAudience|appOnlyToken|serverError|unavailable)$/

test.each(presets)('the journal lists %s by its name', async (name, make) => {
  const mock = createPartnerCenterMock({ clock: createClock({ auto: true }) })
  const injected = make()
  expect(injected.name).toBe(name)
  mock.inject(injected)
  const ended = call(mock, 'productUpgrades').catch(() => {})
  // A stalled call never ends, but the journal records it at once.
  await Promise.race([ended, new Promise((resolve) => setImmediate(resolve))])
  expect(mock.requests.map(({ injection }) => injection)).toEqual([ordinary.test(name) ? undefined : name])
  expect(mock.requests[0]?.operation).toBe('createProductUpgrade')
})

test.each([
  ['mfaRequired', 401, '900421'],
  ['wrongTokenAudience', 401, '900420'],
  ['appOnlyToken', 403, '900329'],
] as const)('%s is %i with the code %s, for every operation', async (name, status, code) => {
  const mock = createPartnerCenterMock()
  for (const path of ['productUpgrades', 'productUpgrades/eligibility', `productUpgrades/${upgradeId}/status`]) {
    mock.inject(faults[name]())
    expect(await call(mock, path)).toMatchObject({ status, body: { code } })
  }
  expect(mock.snapshot().upgrades).toEqual([])
})

test.each([
  ['tokenExpired', 401],
  ['serverError', 500],
  ['unavailable', 503],
] as const)('%s is %i with a generic fault, and nothing is created', async (name, status) => {
  const mock = createPartnerCenterMock()
  mock.inject(faults[name]())
  const { status: answered, headers, body } = await call(mock, 'productUpgrades')
  expect(answered).toBe(status)
  expect(body).toEqual({
    code: expect.any(String),
    description: expect.any(String),
    data: expect.any(Array),
    source: expect.any(String),
  })
  expect(body).not.toMatchObject({ code: expect.stringMatching(/^900/) })
  expect(headers.has('www-authenticate')).toBe(status === 401)
  expect(mock.snapshot().upgrades).toEqual([])
})

test('a throttling response says how long to wait, in the header and in words', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.throttled())
  mock.inject(faults.throttled({ retryAfter: 5 }))
  for (const seconds of [57, 5]) {
    const { headers, body } = await call(mock, 'productUpgrades')
    expect(headers.get('retry-after')).toBe(String(seconds))
    // As the documentation prints it.
    const message = `Rate limit is exceeded. Try again in ${seconds} seconds.`
    expect(body).toEqual({ statusCode: 429, message })
  }
})

test("the text of a fault names the request's subject, or the given values", async () => {
  const mock = createPartnerCenterMock({ partnerId: otherCustomerId })
  mock.inject(faults.fault('20002', { partnerId: otherCustomerId }))
  expect((await call(mock, 'productUpgrades')).body).toMatchObject({
    code: '20002',
    description: `The partner ID ${otherCustomerId} has no commerce relationship with the customer ID ${customerId}.`,
  })
  mock.inject(faults.fault('900111', { customerId: otherCustomerId, upgradeId }))
  expect((await call(mock, 'productUpgrades')).body).toMatchObject({
    description: `The upgrade ID provided doesn't belong to customer ${otherCustomerId}. The customer is mapped to upgrade ID ${upgradeId}`,
  })
})

test('by default, the text names the customer of the request; only a 401 challenges for another token', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.fault('20002'))
  const seen = await call(mock, 'productUpgrades', { body: { customerId: otherCustomerId, productFamily: 'Azure' } })
  expect(Object(seen.body).description).toContain(`the customer ID ${otherCustomerId}.`)
  expect(Object(seen.body).data).toEqual([])
  expect(seen.headers.has('www-authenticate')).toBe(false)
})

test('a description is cut at the 1,024 characters of the contract', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.fault('900111', { customerId, upgradeId: 'x'.repeat(2_000) }))
  const { body } = await call(mock, 'productUpgrades')
  expect(Object(body).description).toMatch(/^The upgrade ID provided doesn't belong to customer .* x+$/)
  expect(Object(body).description).toHaveLength(1_024)
})

test("a value in a fault's text comes from the contract's example if neither request nor test gives it", async () => {
  const refusing = createPartnerCenterMock({ tokens: [{ value: 'token', fault: '900420' }] })
  const mock = createPartnerCenterMock()
  const description =
    "The audience 'https://graph.windows.net' in the token is invalid and is no longer supported in Partner Center API."
  expect((await call(refusing, 'productUpgrades')).body).toMatchObject({ code: '900420', description })
  mock.inject(faults.wrongTokenAudience())
  expect((await call(mock, 'productUpgrades')).body).toMatchObject({ description })
  mock.inject(faults.fault('900111', { customerId: otherCustomerId }))
  expect((await call(mock, 'productUpgrades')).body).toMatchObject({
    description: `The upgrade ID provided doesn't belong to customer ${otherCustomerId}. The customer is mapped to upgrade ID ${upgradeId}`,
  })
})

test('a fault is found by its name or its code', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.fault('suspendedSubscriptions'))
  expect(faults.fault('suspendedSubscriptions').name).toBe('fault suspendedSubscriptions')
  expect(await call(mock, 'productUpgrades')).toMatchObject({ status: 403, body: { code: '900105' } })
  expect(await create(mock)).toMatch(/^[0-9a-f-]{36}$/)
})

test.each([
  ['dropped', 0],
  ['stalled', 0],
  ['gatewayEmpty', 0],
  ['acceptedThenDropped', 1],
  ['acceptedThenStalled', 1],
  ['acceptedThenTimedOut', 1],
  ['truncated', 1],
  ['slow', 1],
] as const)('a create that is %s creates %i upgrades', async (name, upgrades) => {
  const mock = createPartnerCenterMock({ clock: createClock({ auto: true }) })
  mock.inject(faults[name]())
  const ended = call(mock, 'productUpgrades').catch(() => {})
  await Promise.race([ended, new Promise((resolve) => setImmediate(resolve))])
  expect(mock.snapshot().upgrades).toHaveLength(upgrades)
})

test.each(['dropped', 'acceptedThenDropped', 'truncated'] as const)(
  'a create that is %s fails like a closed connection',
  async (name) => {
    const mock = createPartnerCenterMock()
    mock.inject(faults[name]())
    await expect(call(mock, 'productUpgrades')).rejects.toThrow(
      expect.objectContaining({ message: 'fetch failed', cause: expect.objectContaining({ code: 'ECONNRESET' }) }),
    )
  },
)

test('a truncated response ends in the middle of its body', async () => {
  const mock = createPartnerCenterMock()
  const ask = () =>
    mock.fetch('https://api.partnercenter.microsoft.com/v1/customers', { headers: { Authorization: 'Bearer token' } })
  const whole = await (await ask()).text()
  mock.inject(faults.truncated())
  const { status, body } = await ask()
  expect(status).toBe(200)
  const read: string[] = []
  const reading = (async () => {
    for await (const part of (body ?? expect.fail('no body')).pipeThrough(new TextDecoderStream())) read.push(part)
  })()
  await expect(reading).rejects.toThrow()
  expect(whole.startsWith(read.join(''))).toBe(true)
  expect(read.join('').length).toBeLessThan(whole.length)
})

test('an unknown fault is JSON with a code outside the catalogue, and a description', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.unknownFault())
  mock.inject(faults.unknownFault({ code: '123456' }))
  for (const code of ['999999', '123456']) {
    const { status, headers, body } = await call(mock, 'productUpgrades')
    expect(status).toBe(400)
    expect(headers.get('content-type')).toBe('application/json')
    expect(body).toMatchObject({ code, description: expect.stringMatching(/./) })
  }
})

test('the date until which a call is throttled must be valid', () => {
  expect(() => throttledUntil({ date: new Date('soon') })).toThrow('throttledUntil needs a valid date.')
})

test('a create response without Location has all its other headers', async () => {
  const mock = createPartnerCenterMock()
  mock.inject(faults.missingLocation())
  const { status, headers } = await call(mock, 'productUpgrades')
  expect([status, headers.has('location'), headers.has('ms-requestid')]).toEqual([202, false, true])
})
