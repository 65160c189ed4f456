import { once } from 'node:events'
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scope, tenantId } from '../../test/oidc-server.ts'
import { useSignIn } from '../../test/sign-in.ts'
import { checkCredential, createMemoryStore, createPartnerCredential } from '../index.ts'

const signIn = useSignIn()

interface Received {
  readonly request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>
  readonly body: unknown
}
let received: Received[] = []
let answer: { status: number; reason?: string | undefined; headers: OutgoingHttpHeaders; body: string }
const partnerCenter = createServer(async (request, response) => {
  const { method, url, headers } = request
  received.push({ request: { method, url, headers }, body: JSON.parse(await text(request)) })
  response.writeHead(answer.status, answer.reason, answer.headers).end(answer.body)
})
let baseUrl = ''

beforeAll(async () => {
  await once(partnerCenter.listen(0, 'localhost'), 'listening')
  const { port } = partnerCenter.address() as AddressInfo
  baseUrl = `http://localhost:${port}`
})
afterAll(() => void partnerCenter.close())

/** The headers of every response of Partner Center. */
const ids = {
  'MS-RequestId': '566330a7-1e4b-4848-9c23-f135c70fd810',
  'MS-CorrelationId': '4cb80cbe-566b-4d8b-8b8f-af1454b73089',
}
const unknownCustomer = { code: 900118, description: 'Invalid Customer ID', source: 'PartnerCenter' }

function answering(status: number, body: unknown, headers: OutgoingHttpHeaders = ids, reason?: string) {
  received = []
  answer = { status, reason, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }
}

const tokenOf = (claims: object) =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'signature'].join('.')
const user = tokenOf({ scp: 'user_impersonation', amr: ['pwd', 'mfa'] })

test('a valid credential passes the check, and nothing is written', async () => {
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
          accept: 'application/json',
          'content-type': 'application/json',
          'ms-contract-version': 'v1',
          validatemfa: 'true',
          'ms-correlationid': check.correlationId,
        }),
      },
      body: { customerId: '00000000-0000-0000-0000-000000000000', productFamily: 'Azure' },
    },
  ])
})

test('the check can use a given customer', async () => {
  const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
  answering(200, { customerId, isEligible: true, productFamily: 'azure' })
  expect(await checkCredential(user, { baseUrl, customerId })).toMatchObject({
    ok: true,
    status: 200,
    serviceCode: undefined,
  })
  expect(received[0]?.body).toMatchObject({ customerId })
})

test('the header isMfaCompliant takes precedence over the token', async () => {
  answering(400, unknownCustomer, { ...ids, isMfaCompliant: 'false' })
  expect(await checkCredential(user, { baseUrl })).toMatchObject({
    ok: false,
    reachesPartnerCenter: true,
    isMfaCompliant: false,
    problems: [expect.stringMatching(/lacks multifactor/)],
  })
})

test('without the header isMfaCompliant, the token decides', async () => {
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

test('an app-only token fails the check, whichever source reveals it', async () => {
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

test('a response of an App+User operation proves an App+User token', async () => {
  answering(200, { isEligible: true })
  expect(await checkCredential('opaque', { baseUrl })).toMatchObject({ isAppUser: true })
})

test.for([
  ['900420', /another audience \(https:\/\/graph\.microsoft\.com\): set the cloud of the credential/, undefined],
  ['900421', /lacks multifactor authentication: have the user sign in/, false],
  ['other', /refused the token: it is expired, revoked/, undefined],
] as const)('a token refused with %s is reported with advice', async ([code, problem, mfa]) => {
  answering(401, { code, description: 'Unauthorized' })
  const check = await checkCredential(tokenOf({ scp: 'a', aud: 'https://graph.microsoft.com' }), { baseUrl })
  expect(check).toMatchObject({ ok: false, reachesPartnerCenter: false, isMfaCompliant: mfa, serviceCode: code })
  expect(check.problems).toEqual([expect.stringMatching(problem)])
})

test('the problem names no audience if the token has none', async () => {
  answering(401, { code: '900420', description: 'Unauthorized' })
  expect((await checkCredential(tokenOf({ scp: 'a' }), { baseUrl })).problems).toEqual([
    'The token is for another audience: set the cloud of the credential to that of this Partner Center',
  ])
})

test.for([408, 429, 500, 503])('a response with status %d leaves the check undecided', async (status) => {
  answering(status, {})
  expect(await checkCredential(user, { baseUrl })).toMatchObject({
    ok: false,
    reachesPartnerCenter: false,
    problems: [`Partner Center is unavailable (status ${status}): try again later`],
  })
})

test.for([200, 401, 403, 404])(
  'a response with status %d but without the IDs of Partner Center comes from something else',
  async (status) => {
    answering(status, '<h1>Sign in to this network</h1>', { 'Content-Type': 'text/html; charset=utf-8' })
    expect(await checkCredential(user, { baseUrl })).toMatchObject({
      ok: false,
      reachesPartnerCenter: false,
      isPartnerCenter: false,
      problems: [
        `Something other than Partner Center answered (text/html, status ${status}), such as a firewall, a web filter or a sign-in page: check the base URL and any proxy, and have the host allowed`,
      ],
    })
  },
)

test('the problem says so if a foreign response has no Content-Type', async () => {
  answering(404, 'Not found', {})
  const { problems } = await checkCredential(user, { baseUrl })
  expect(problems[0]).toMatch(/^Something other than Partner Center answered \(no Content-Type, status 404\)/)
})

const denied = (code: unknown, description: string) => ({ code, description, data: [], source: 'PartnerFD' })
const noRole = 'The supplied role does not have the rights to perform the requested operation.'
const everything = [
  expect.stringMatching(/^Partner Center refused this user or this application \(status 403/),
  expect.stringContaining('Admin agent'),
  expect.stringContaining('user_impersonation'),
  expect.stringContaining('Grant admin consent'),
  expect.stringContaining('App management'),
  expect.stringContaining('indirect resellers'),
]

/** Matches a problem that contains one text and ends with another. */
const ending = (text: string, end: string): unknown =>
  expect.toSatisfy((problem: string) => problem.includes(text) && problem.endsWith(end), `${text} … ${end}`)

// https://learn.microsoft.com/partner-center/developer/error-codes, and reports of partners
test.for<[what: string, status: number, body: unknown, problems: readonly unknown[]]>([
  ['a role without a code', 403, denied('', noRole), [ending('role Admin agent', `(status 403, ${noRole})`)]],
  [
    'a role by its code',
    403,
    denied('900150', noRole),
    [ending('role Admin agent', `(status 403, code 900150, ${noRole})`)],
  ],
  ['insufficient privileges', 403, denied('900308', 'Insufficient privileges.'), [expect.stringContaining('role')]],
  ['1002', 403, denied(1002, 'Authorization Failed'), everything],
  ['600006', 403, denied('600006', 'Access is denied.'), everything],
  ['an unknown code', 403, denied('999999', 'No.'), everything],
  ['no body', 403, '', [ending('this application', '(status 403). Check each of these:'), ...everything.slice(1)]],
  ['Conditional Access', 403, denied('900309', 'Blocked.'), [expect.stringContaining('Conditional Access policy')]],
  ['the agreement', 403, denied('900123', 'Not accepted.'), [expect.stringContaining('Microsoft Partner Agreement')]],
  ['the program', 403, denied('800039', 'Not active.'), [expect.stringContaining('program status')]],
  ['access denied', 401, denied('400', 'Access denied'), [expect.stringContaining('expired, revoked')]],
])('a refusal (%s) is not acceptance, and the problems say what is missing', async ([, status, body, problems]) => {
  answering(status, body)
  expect(await checkCredential(user, { baseUrl })).toMatchObject({
    ok: false,
    isPartnerCenter: true,
    reachesPartnerCenter: false,
    problems,
  })
})

test.for(['20002', '900105', '900108', '900118', '900119', '900130', '900159', '13605', '60003'])(
  'the fault %s is about the customer, and proves that the token was accepted',
  async (code) => {
    answering(403, denied(code, 'About the customer'))
    expect(await checkCredential(user, { baseUrl })).toMatchObject({ ok: true, reachesPartnerCenter: true })
  },
)

test.for<[what: string, status: number, body: unknown]>([
  ['no resource', 404, denied('1000', 'Not found')],
  ['an invalid request', 400, denied('800002', 'Invalid request input')],
  ['success without eligibility', 200, { items: [] }],
  ['the page of a portal', 200, '<h1>Partner Center</h1>'],
])('a response about something else (%s) does not count as acceptance', async ([, status, body]) => {
  answering(status, body)
  expect(await checkCredential(user, { baseUrl })).toMatchObject({
    ok: false,
    reachesPartnerCenter: false,
    problems: [expect.stringMatching(/^Partner Center answered, but not about the customer/)],
  })
})

// With 401, the token was rejected, whatever the fault is about.
test('a fault about the customer with 401 does not count as acceptance, and a reason phrase matters only with 401', async () => {
  answering(401, denied('900118', 'Invalid Customer ID'))
  expect(await checkCredential(user, { baseUrl })).toMatchObject({ ok: false, reachesPartnerCenter: false })
  answering(403, denied('900118', 'Invalid Customer ID'), ids, 'MFA required')
  expect(await checkCredential(user, { baseUrl })).toMatchObject({ ok: true, reachesPartnerCenter: true })
  answering(200, denied('900118', 'Invalid Customer ID'))
  expect(await checkCredential(user, { baseUrl })).toMatchObject({ ok: false, reachesPartnerCenter: false })
  answering(203, { isEligible: true })
  expect(await checkCredential(user, { baseUrl })).toMatchObject({ ok: false, reachesPartnerCenter: false })
})

test('an environment without upgrades does not invalidate the token', async () => {
  answering(400, denied('900127', "This operation isn't supported in this environment"))
  expect(await checkCredential(user, { baseUrl })).toMatchObject({
    ok: false,
    reachesPartnerCenter: true,
    problems: [expect.stringContaining('not a sandbox')],
  })
})

const bare = { 'WWW-Authenticate': 'Bearer error="invalid_token"' }
const silent = tokenOf({ scp: 'user_impersonation' })

// https://learn.microsoft.com/partner-center/security/partner-security-requirements-mandating-mfa
test.for<[what: string, token: string, body: unknown, headers: OutgoingHttpHeaders, phrase: string]>([
  ['the reason phrase, whatever the token claims', user, '', bare, 'Unauthorized - MFA required'],
  ['no body and no reason phrase', silent, '', bare, ''],
  ['10001, the code used in 2020', user, denied(10001, 'Authentication failed. MFA required.'), ids, 'Unauthorized'],
])('401 with %s means that multifactor authentication is missing', async ([, token, body, headers, phrase]) => {
  answering(401, body, headers, phrase)
  expect(await checkCredential(token, { baseUrl })).toMatchObject({
    ok: false,
    isPartnerCenter: true,
    isMfaCompliant: false,
    problems: [expect.stringMatching(/lacks multifactor authentication/)],
  })
})

test('401 without body or reason phrase is not about multifactor authentication if the token has it', async () => {
  answering(401, '', bare, '')
  expect(await checkCredential(user, { baseUrl })).toMatchObject({
    isMfaCompliant: true,
    problems: [expect.stringContaining('refused the token: it is expired')],
  })
})

test('a redirect is not followed with the token', async () => {
  answering(307, '', { location: `${baseUrl}/elsewhere` })
  expect(await checkCredential(user, { baseUrl })).toMatchObject({ ok: false })
  expect(received).toHaveLength(1)
})

test.for([
  [new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }), 'ECONNREFUSED'],
  [new TypeError('fetch failed'), 'TypeError'],
  ['no error', 'unknown'],
] as const)('a failed request (%s) is a connection error', async ([cause, connectionCode]) => {
  const fetch = () => Promise.reject(cause)
  await expect(checkCredential(user, { baseUrl, fetch })).rejects.toMatchObject({
    reason: 'connection',
    connectionCode,
    message: `Partner Center at ${new URL(baseUrl).host} could not be reached: ${connectionCode}`,
  })
})

test('a response that is too long is a service error', async () => {
  const fetch = async () => new Response('x'.repeat(1_048_577))
  await expect(checkCredential(user, { fetch })).rejects.toMatchObject({
    reason: 'service',
    message: 'Partner Center at api.partnercenter.microsoft.com answered 200 with more than 1048576 bytes',
  })
})

test('the check can be aborted, both while the token is requested and later', async () => {
  const controller = new AbortController()
  const { signal } = controller
  const given: unknown[] = []
  const credential = {
    async getToken(scopes: string[], options?: object) {
      given.push(scopes, options)
      return { token: user, expiresOnTimestamp: 17 }
    },
  }
  const fetch = (_: string, init: RequestInit) =>
    new Promise<Response>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      controller.abort(new Error('enough'))
    })
  await expect(checkCredential(credential, { baseUrl, fetch, signal })).rejects.toThrow('enough')
  expect(given).toEqual([[scope], { abortSignal: signal }])
})

// https://learn.microsoft.com/partner-center/developer/api-authentication
test.for([
  [undefined, 'https://api.partnercenter.microsoft.com'],
  ['usGov', 'https://api.partnercenter.microsoft.com'],
  ['china21Vianet', 'https://partner.partnercenterapi.microsoftonline.cn'],
] as const)('in the cloud %s, the request goes to %s, with a token for it', async ([cloud, host]) => {
  const asked: string[] = []
  const fetch = async (url: string) => {
    asked.push(url)
    return Response.json({ isEligible: true })
  }
  const credential = {
    async getToken(scopes: string[], options?: object) {
      asked.push(...scopes)
      expect(options).toEqual({})
      return { token: user, expiresOnTimestamp: 17 }
    },
  }
  expect(await checkCredential(credential, { cloud, fetch })).toMatchObject({ expiresOnTimestamp: 17 })
  expect(asked).toEqual([`${host}/user_impersonation`, `${host}/v1/productUpgrades/eligibility`])
})

test('trailing slashes of the base URL are ignored', async () => {
  answering(200, { isEligible: true })
  await checkCredential(user, { baseUrl: `${baseUrl}//` })
  expect(received[0]?.request.url).toBe('/v1/productUpgrades/eligibility')
})

// Without its IDs, only a fault in its format and the documented 401 without a body count as coming from Partner Center.
test.for<[status: number, body: unknown, headers: OutgoingHttpHeaders, expected: boolean]>([
  [401, '', bare, true],
  [401, 'Sign in', bare, false],
  [401, '', {}, false],
  [403, '', bare, false],
  [404, { code: '1', description: 'No.' }, {}, true],
  [400, { code: 1, description: 'No.' }, {}, true],
  [200, { code: '1', description: 'No.' }, {}, false],
  [404, { code: '1' }, {}, false],
  [404, { description: 'No.' }, {}, false],
  [404, { code: '', description: 'No.' }, {}, false],
])('whether %d %j with %j is a response of Partner Center: %s', async ([status, body, headers, expected]) => {
  answering(status, body, headers)
  expect((await checkCredential(user, { baseUrl })).isPartnerCenter).toBe(expected)
})

test('a timeout is a connection error, too', async () => {
  const fetch = (_: string, { signal }: RequestInit) =>
    new Promise<Response>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
  await expect(checkCredential(user, { baseUrl, fetch, timeout: 5 })).rejects.toMatchObject({
    reason: 'connection',
    message: expect.stringContaining('did not answer within 5 ms'),
  })
})

test.for([
  ['http to anywhere but loopback', { baseUrl: 'http://proxy.example' }, 'baseUrl must be https'],
  ['an invalid base URL', { baseUrl: 'partnercenter' }, 'baseUrl must be https'],
  ['a customer ID that is not a GUID', { customerId: 'Contoso' }, 'customerId must be a GUID'],
  ['an unknown cloud', { cloud: 'toString' }, 'cloud must be global or usGov or china21Vianet'],
] as const)('%s is rejected before anything is sent', async ([, change, message]) => {
  answering(200, {})
  // @ts-expect-error what a program without types may pass
  const checking = checkCredential(user, { baseUrl, ...change })
  await expect(checking).rejects.toMatchObject({ reason: 'options', message: expect.stringContaining(message) })
  expect(received).toEqual([])
})

test.for(['', 'top-secret\n', 'top secret'])(
  'a token that is not a valid header value (%j) is not shown',
  async (token) => {
    await expect(checkCredential(token, { baseUrl })).rejects.toMatchObject({
      reason: 'options',
      message: 'The token is empty or contains white space: is there a line break at its end?',
    })
  },
)

test('a credential that returns no token is reported', async () => {
  await expect(checkCredential({ getToken: async () => null }, { baseUrl })).rejects.toMatchObject({
    reason: 'options',
    message: 'The credential returned no token',
  })
})
