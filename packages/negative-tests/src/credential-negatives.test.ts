import { expect, test } from 'vitest'
import { negativesOfOne } from '../test/one-operation.ts'
import type { Negatives } from './negatives.ts'

const securitySchemes = {
  basic: { type: 'http', scheme: 'Basic' },
  bearer: { type: 'http', scheme: 'bearer' },
  oauth: { type: 'oauth2', flows: {} },
  openId: { type: 'openIdConnect', openIdConnectUrl: 'https://login.example' },
  digest: { type: 'http', scheme: 'Digest' },
  inHeader: { type: 'apiKey', in: 'header', name: 'X-Key' },
  inQuery: { type: 'apiKey', in: 'query', name: 'key' },
  inCookie: { type: 'apiKey', in: 'cookie', name: 'session' },
  certificate: { type: 'mutualTLS' },
}

/** A parameter to break, so that there is also a request with valid credentials. */
const parameters = [{ name: 'n', in: 'query', schema: { type: 'integer' } }]
const madeFor = (...security: readonly object[]) =>
  negativesOfOne({ security, parameters }, { components: { securitySchemes } })

type Shown = readonly [
  authorization: string | undefined,
  key: string | undefined,
  query: string,
  cookie: string | undefined,
]

function shown({ request: { headers, path } }: Negatives['requests'][number]): Shown {
  return [headers.Authorization, headers['X-Key'], path.replace(/^.*?n=\w+/, ''), headers.Cookie]
}

const valid = ({ requests }: Negatives) => requests.filter(({ constraint }) => constraint.in === 'query').map(shown)[0]
const wrong = ({ requests }: Negatives) => requests.filter(({ constraint }) => constraint.in === 'credentials')

const none: Shown = [undefined, undefined, '', undefined]
const authorization = (text: string): Shown => [text, undefined, '', undefined]
const [userPassword, token] = ['Basic dXNlcjp0b2tlbg==', 'Bearer token']

// OpenAPI 3.1.1, 4.8.27 Security Scheme Object: where each is sent, and how.
test.for<[scheme: string, rule: string, sent: Shown, keywords: readonly string[]]>([
  [
    'basic',
    'RFC 7617 2',
    authorization(userPassword),
    ['missing', 'of another scheme', 'without a token', 'not base64', 'without a colon'],
  ],
  ['bearer', 'RFC 6750 2.1', authorization(token), ['missing', 'of another scheme', 'without a token']],
  ['oauth', 'RFC 6750 2.1', authorization(token), ['missing', 'of another scheme', 'without a token']],
  ['openId', 'RFC 6750 2.1', authorization(token), ['missing', 'of another scheme', 'without a token']],
  ['digest', 'RFC 9110 11.4', authorization('Digest token'), ['missing', 'of another scheme', 'without a token']],
  ['inHeader', '4.8.27 in: header', [undefined, 'token', '', undefined], ['missing']],
  ['inQuery', '4.8.27 in: query', [undefined, undefined, '&key=token', undefined], ['missing']],
  ['inCookie', '4.8.27 in: cookie', [undefined, undefined, '', 'session=token'], ['missing']],
])('%s (%s)', ([scheme, , sent, keywords]) => {
  const made = madeFor({ [scheme]: [] })
  expect(valid(made)).toEqual(sent)
  expect(wrong(made).map(({ constraint }) => constraint.keyword)).toEqual(keywords)
  expect(wrong(made).map(shown)[0]).toEqual(none)
  expect(wrong(made).every(({ status }) => status === 401)).toBe(true)
  expect(made.unbroken).toEqual([])
})

test('credentials of another scheme are of a scheme that no alternative uses', () => {
  const of = (...schemes: readonly string[]) =>
    wrong(madeFor(...schemes.map((scheme) => ({ [scheme]: [] }))))
      .filter(({ constraint }) => constraint.keyword === 'of another scheme')
      .map(({ request }) => request.headers.Authorization)
  expect(of('bearer')).toEqual(['Basic dXNlcjpwYXNzd29yZA=='])
  expect(of('basic')).toEqual(['Bearer token'])
  expect(of('basic', 'bearer')).toEqual(['Negotiate dG9rZW4=', 'Negotiate dG9rZW4='])
})

// OpenAPI 3.1.1, 4.8.30 Security Requirement Object: all of one requirement, and one of all.
test('in a combination, each part is missing once, with the others in place', () => {
  const made = madeFor({ bearer: [], inHeader: [], inQuery: [], inCookie: [] })
  expect(valid(made)).toEqual([token, 'token', '&key=token', 'session=token'])
  const missing = wrong(made).filter(({ constraint }) => constraint.keyword === 'missing')
  expect(missing.map(shown)).toEqual([
    [undefined, 'token', '&key=token', 'session=token'],
    [token, undefined, '&key=token', 'session=token'],
    [token, 'token', '', 'session=token'],
    [token, 'token', '&key=token', undefined],
  ])
})

test('of several alternatives, the first is sent, and each is broken by itself', () => {
  const made = madeFor({ inHeader: [] }, { bearer: [], inQuery: [] })
  expect(valid(made)).toEqual([undefined, 'token', '', undefined])
  const missing = wrong(made).filter(({ constraint }) => constraint.keyword === 'missing')
  expect(missing.map((each) => [each.constraint.name, ...shown(each)])).toEqual([
    ['inHeader', ...none],
    ['bearer', undefined, undefined, '&key=token', undefined],
    ['inQuery', token, undefined, '', undefined],
  ])
})

test('the rest of an alternative is not wrong if it satisfies another one', () => {
  const made = madeFor({ inHeader: [] }, { inHeader: [], inQuery: [] })
  expect(wrong(made).map(({ constraint }) => constraint.name)).toEqual(['inHeader', 'inHeader'])
  expect(wrong(made).map(shown)).toEqual([none, [undefined, undefined, '&key=token', undefined]])
})

test.for([
  ['no requirement', []],
  ['an empty requirement among others', [{ bearer: [] }, {}]],
])('%s leaves nothing to break', ([, security]) => {
  expect(wrong(madeFor(...(security as readonly object[])))).toEqual([])
})

test('a client certificate is not sent with a request, and cannot be broken there', () => {
  const made = madeFor({ certificate: [] }, { bearer: [] })
  expect(valid(made)).toEqual(authorization(token))
  expect(made.unbroken).toEqual([{ operation: 'it', pointer: '', keyword: 'credentials certificate' }])
})
