// Advice that people act on: remedies of faults, units and defaults of headers, how to repeat calls, and the evidence for each fact.
// Taken from the published pages, not from the document.
import { faults } from '@partner-upgrades/spec/faults'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { describe, expect, test } from 'vitest'

const { components } = document

/** What a remedy has to say, according to the text of the fault and the pages that explain it. */
const remedies: Readonly<Record<string, readonly RegExp[]>> = {
  '10001': [
    /^Let the user of the secure application model sign in again with multifactor authentication, and store the new refresh token/,
  ],
  '20002': [/^Have the customer accept a reseller relationship with this partner, then call again/],
  '900105': [/^Reactivate or cancel the suspended Azure subscriptions of the customer, then call again/],
  '900106': [/^Check the upgrade ID/],
  '900107': [/^Ask Microsoft support why the catalogue offers no Azure plan/],
  '900108': [/nothing to upgrade[.] Buy an Azure plan/],
  '900109': [/^Follow the upgrade that is named/, /in place of creating another/],
  '900110': [/is upgraded already/],
  '900111': [/^Ask for the upgrade with the customer it was created for/],
  '900118': [/^Send the customer's tenant ID, a GUID/],
  '900119': [/cannot be upgraded/],
  '900120': [/gives no reason[.] Check eligibility, then ask Microsoft support, with the correlation ID/],
  '900127': [/^Call a cloud that offers product upgrades, with a production account/],
  '900130': [/^Create the upgrade again later; how much later is not published/],
  '900329': [/^Obtain the token for an application and a user/, /same kind changes nothing/],
  '900420': [/^Request the token for the scope \{base URL\}\/user_impersonation/, /same kind changes nothing/],
  '900421': [
    /^Let the user of the secure application model sign in again with multifactor authentication, and store the new refresh token/,
  ],
}

test.for(Object.values(faults).map((fault) => [fault.code, fault.remedy] as const))(
  'the remedy of %s is what its text asks for',
  ([code, remedy]) => {
    for (const expected of remedies[code] ?? expect.fail(`no remedy of ${code} is known`))
      expect(remedy).toMatch(expected)
  },
)

describe('headers', () => {
  test('Retry-After is in seconds', () => {
    const { description, example, schema } = components.headers['Retry-After']
    expect(description).toMatch(/^How many seconds/)
    expect(`${description} ${schema.description}`).not.toMatch(/milli/i)
    // The one value that a page prints.
    expect(example).toBe(57)
  })

  test('a repeated call keeps its MS-RequestId, as the page on headers says', () => {
    expect(components.parameters['MS-RequestId'].description).toContain(
      "If there's a timeout, the retry call should include the same value. Upon receiving a response (success or business failure), the value should be reset for the next call.",
    )
  })

  test('MS-CorrelationId is new for every call', () => {
    expect(components.parameters['MS-CorrelationId'].description).toMatch(/New for every call/)
  })

  test('X-Locale is en-US by default', () => {
    expect(components.parameters['X-Locale'].schema.default).toBe('en-US')
  })

  // get-confirmation-of-customer-agreement
  test('a list of agreements has those of the old kind by default', () => {
    expect(components.parameters.AgreementType.schema.default).toBe('MicrosoftCloudAgreement')
  })

  test('MS-Contract-Version is v1', () => {
    expect(JSON.stringify(components.parameters['MS-Contract-Version'].schema)).toContain('"v1"')
  })
})

test('each status of an upgrade means what its name says', () => {
  const known = components.schemas.UpgradeStatus['x-known-values']
  const meanings = Object.fromEntries(known.map(({ value, description }) => [value, description]))
  expect(meanings.Pending).toMatch(/not started/)
  expect(meanings.InProgress).toMatch(/in progress/)
  expect(meanings.Completed).toMatch(/succeeded/)
  expect(meanings.Failed).toMatch(/without success/)
})

describe('gateways', () => {
  test.for([
    ['BadGateway', '502'],
    ['ServiceUnavailable', '503'],
    ['GatewayTimeout', '504'],
  ] as const)('the page of %s contains its status, and so does its JSON', ([name, status]) => {
    const { content } = components.responses[name]
    expect(content['text/html'].examples.page.value).toMatch(new RegExp(`<title>.*${status}`))
    const [general] = Object.values(content['application/json'].examples)
    expect(general).toMatchObject({ value: { code: status } })
  })
})

test('only facts that a Microsoft page documents are marked as documented', () => {
  const levels: Record<string, string> = {}
  const visit = (value: unknown, pointer: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { level } = Object(Object(value)['x-evidence'])
    if (level !== undefined && level !== 'documented') levels[pointer] = level
    for (const [key, inner] of Object.entries(value)) if (key !== 'x-evidence') visit(inner, `${pointer}/${key}`)
  }
  visit(document, '')
  const at = (pointer: string, level: string) => [`/components${pointer}`, level]
  const inferred = (...pointers: readonly string[]) => pointers.map((pointer) => at(pointer, 'inferred'))
  const made = (names: readonly string[]) => inferred(...names.map((name) => `/examples/${name}`))
  const general = (response: string, example: string) =>
    `/responses/${response}/content/application/json/examples/${example}`
  const page = (response: string) => `/responses/${response}/content/text/html/examples/page`
  expect(levels).toEqual(
    Object.fromEntries([
      // In reports of partners.
      ['/x-faults/10001', 'captured'],
      ['/x-faults/900420', 'captured'],
      // In the .NET SDK only.
      at('/schemas/ErrorDetails/properties/description', 'sdk'),
      // In a Microsoft blog, but not in the reference.
      at('/parameters/ValidateMfa', 'vendor'),
      at('/headers/isMfaCompliant', 'vendor'),
      ...inferred('/schemas/GatewayPage', '/headers/Allow', '/responses/UnsupportedMediaType'),
      // One value of four is printed in a sample.
      ...inferred(...[1, 2, 3].map((index) => `/schemas/UpgradeStatus/x-known-values/${index}`)),
      ...inferred(...['BadGateway', 'ServiceUnavailable', 'GatewayTimeout'].map(page)),
      ...inferred(
        general('BadGateway', 'badGateway'),
        general('Conflict', 'conflict'),
        general('GatewayTimeout', 'gatewayTimeout'),
        general('MethodNotAllowed', 'methodNotAllowed'),
        general('NotAcceptable', 'notAcceptable'),
        general('PreconditionFailed', 'preconditionFailed'),
        general('RequestTimeout', 'requestTimeout'),
        general('ServiceUnavailable', 'serviceUnavailable'),
        general('UnsupportedMediaType', 'unsupportedMediaType'),
      ),
      ...made(['azurePlanSubscription', 'confirmedAgreement', 'firstPageOfCustomers', 'ineligibleCustomer']),
      ...made(['intendedStatusRequest', 'legacyAzureSubscriptions', 'noAgreement', 'pendingUpgrade', 'twoCustomers']),
    ]),
  )
})
