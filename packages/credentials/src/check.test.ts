import { once } from 'node:events'
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scope, tenantId } from '../testing/oidc-server.ts'
import { useSignIn } from '../testing/sign-in.ts'
import { checkCredential, createMemoryStore, createPartnerCredential } from './index.ts'

const signIn = useSignIn()

interface Received {
  readonly request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>
  readonly body: unknown
}
let received: Received[] = []
let answer: { status: number; headers: OutgoingHttpHeaders; body: string }
const partnerCenter = createServer(async (request, response) => {
  const { method, url, headers } = request
  received.push({ request: { method, url, headers }, body: JSON.parse(await text(request)) })
  response.writeHead(answer.status, answer.headers).end(answer.body)
})
let baseUrl = ''

beforeAll(async () => {
  await once(partnerCenter.listen(0, 'localhost'), 'listening')
  const { port } = partnerCenter.address() as AddressInfo
  baseUrl = `http://localhost:${port}`
})
afterAll(() => void partnerCenter.close())

/** What Partner Center says to everybody. */
const ids = {
  'MS-RequestId': '566330a7-1e4b-4848-9c23-f135c70fd810',
  'MS-CorrelationId': '4cb80cbe-566b-4d8b-8b8f-af1454b73089',
}
const unknownCustomer = { code: 900118, description: 'Invalid Customer ID', source: 'PartnerCenter' }

function answering(status: number, body: unknown, headers: OutgoingHttpHeaders = ids) {
  received = []
  answer = { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

const tokenOf = (claims: object) =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'signature'].join('.')
const user = tokenOf({ scp: 'user_impersonation', amr: ['pwd', 'mfa'] })

test('a credential that is fit for upgrades is, and nothing is written', async () => {
  const { server, partner, key } = signIn
  const store = createMemoryStore({ [key]: await server.consent() })
  const credential = createPartnerCredential({ ...partner, store })
  answering(400, unknownCustomer, { ...ids, isMfaCompliant: 'true' })
  const check = await checkCredential(credential, { baseUrl })
  const { token } = await credential.getToken(scope)
  expect(check).toMatchObject({
    ok: true,
    problems: [],
    reachesPartnerCenter: true,
    isAppUser: true,
    isMfaCompliant: true,
    tenantId,
    username: 'admin@partner.example',
    audience: 'https://api.partnercenter.microsoft.com',
    expiresOnTimestamp: expect.any(Number),
    status: 400,
    serviceCode: '900118',
  })
  expect(received).toEqual([
    {
      request: {
        method: 'POST',
        // https://learn.microsoft.com/partner-center/developer/get-eligibility-for-product-upgrade
        url: '/v1/productUpgrades/eligibility',
        headers: expect.objectContaining({
          authorization: `Bearer ${token}`,
          validatemfa: 'true',
          'ms-correlationid': check.correlationId,
        }),
      },
      body: { customerId: '00000000-0000-0000-0000-000000000000', productFamily: 'Azure' },
    },
  ])
})

test('a customer may be named', async () => {
  const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
  answering(200, { customerId, isEligible: true, productFamily: 'azure' })
  expect(await checkCredential(user, { baseUrl, customerId })).toMatchObject({
    ok: true,
    status: 200,
    serviceCode: undefined,
  })
  expect(received[0]?.body).toMatchObject({ customerId })
})

test('Partner Center knows better than the token whether there was MFA', async () => {
  answering(400, unknownCustomer, { ...ids, isMfaCompliant: 'false' })
  expect(await checkCredential(user, { baseUrl })).toMatchObject({
    ok: false,
    reachesPartnerCenter: true,
    isMfaCompliant: false,
    problems: [expect.stringMatching(/without multifactor/)],
  })
})

test('where Partner Center does not tell about MFA the token does', async () => {
  answering(400, unknownCustomer)
  expect(await checkCredential(user, { baseUrl })).toMatchObject({ ok: true, isMfaCompliant: true })
  expect(await checkCredential(tokenOf({ scp: 'a', amr: ['pwd'] }), { baseUrl })).toMatchObject({
    ok: false,
    isMfaCompliant: false,
  })
  expect(await checkCredential('opaque', { baseUrl })).toMatchObject({
    ok: true,
    isMfaCompliant: undefined,
    isAppUser: undefined,
  })
})

test('an app-only token does not do, whoever says so', async () => {
  answering(400, unknownCustomer)
  const problems = [expect.stringMatching(/^The token is app-only/)]
  expect(await checkCredential(tokenOf({ idtyp: 'app' }), { baseUrl })).toMatchObject({
    ok: false,
    isAppUser: false,
    problems,
  })
  answering(403, { code: '900329', description: 'App only is not supported' })
  expect(await checkCredential('opaque', { baseUrl })).toMatchObject({
    ok: false,
    isAppUser: false,
    problems,
    reachesPartnerCenter: false,
  })
})

test('a service that serves an operation for users has seen a user', async () => {
  answering(200, { isEligible: true })
  expect(await checkCredential('opaque', { baseUrl })).toMatchObject({ isAppUser: true })
})

test.for([
  ['900420', /another audience \(https:\/\/graph\.microsoft\.com\): give the credential the cloud/, undefined],
  ['900421', /without multifactor authentication: let the user sign in/, false],
  ['other', /refused the token: it is expired or revoked/, undefined],
] as const)('a token that is refused with %s says what to do', async ([code, problem, mfa]) => {
  answering(401, { code, description: 'Unauthorized' })
  const check = await checkCredential(tokenOf({ scp: 'a', aud: 'https://graph.microsoft.com' }), { baseUrl })
  expect(check).toMatchObject({ ok: false, reachesPartnerCenter: false, isMfaCompliant: mfa, serviceCode: code })
  expect(check.problems).toEqual([expect.stringMatching(problem)])
})

test.for([429, 500, 503])('a Partner Center that answers %d cannot tell', async (status) => {
  answering(status, {})
  expect(await checkCredential(user, { baseUrl })).toMatchObject({
    ok: false,
    reachesPartnerCenter: false,
    problems: [`Partner Center cannot tell now (status ${status}): check again later`],
  })
})

test.for([200, 401, 403, 404])(
  'what answers %d without the IDs of Partner Center is something else',
  async (status) => {
    answering(status, '<h1>Sign in to this network</h1>', {})
    expect(await checkCredential(user, { baseUrl })).toMatchObject({
      ok: false,
      reachesPartnerCenter: false,
      problems: [`What answered (status ${status}) is not Partner Center: check the base URL and any proxy`],
    })
  },
)

test('a redirect is not followed with the token', async () => {
  answering(307, '', { location: `${baseUrl}/elsewhere` })
  expect(await checkCredential(user, { baseUrl })).toMatchObject({ ok: false })
  expect(received).toHaveLength(1)
})

test('no answer is a connection error', async () => {
  const fetch = () => Promise.reject(new TypeError('fetch failed'))
  await expect(checkCredential(user, { baseUrl, fetch })).rejects.toMatchObject({
    reason: 'connection',
    message: expect.stringContaining('could not be reached'),
  })
})

test('no answer in time is one as well', async () => {
  const fetch = (_: string, { signal }: RequestInit) =>
    new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  await expect(checkCredential(user, { baseUrl, fetch, timeout: 5 })).rejects.toMatchObject({
    reason: 'connection',
    message: expect.stringContaining('did not answer within 5 ms'),
  })
})

test.for([
  ['http to anywhere but loopback', { baseUrl: 'http://proxy.example' }, 'baseUrl must be https'],
  ['a base URL that is none', { baseUrl: 'partnercenter' }, 'baseUrl must be https'],
  ['a customer that is no GUID', { customerId: 'Contoso' }, 'customerId must be a GUID'],
  ['an unknown cloud', { cloud: 'toString' }, 'cloud must be global or usGov or china21Vianet'],
] as const)('%s is refused before anything is sent', async ([, change, message]) => {
  answering(200, {})
  // @ts-expect-error what a program without types may pass
  const checking = checkCredential(user, { baseUrl, ...change })
  await expect(checking).rejects.toMatchObject({ reason: 'options', message: expect.stringContaining(message) })
  expect(received).toEqual([])
})

test.for(['', 'top-secret\n', 'top secret'])('a token that fits in no header (%j) is not shown', async (token) => {
  await expect(checkCredential(token, { baseUrl })).rejects.toMatchObject({
    reason: 'options',
    message: 'The token is empty, or holds white space: is there a line break at its end?',
  })
})

test('a credential without a token is said to be one', async () => {
  await expect(checkCredential({ getToken: async () => null }, { baseUrl })).rejects.toMatchObject({
    message: 'The credential gave no token',
  })
})
