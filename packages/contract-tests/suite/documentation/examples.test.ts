// The sources of the values in examples: the recorded pages, other pages, or this project.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import document from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { expect, test } from 'vitest'
import { generalFaults, publishedFaults, textPattern } from '../../test/documented-faults.ts'
import { requests } from './operations.ts'

/** Values that these pages print: https://learn.microsoft.com/en-us/partner-center/developer/… */
const printedElsewhere = [
  // api-throttling-guidance
  '"Retry-After": 57',
  '"statusCode": 429',
  'Rate limit is exceeded. Try again in 57 seconds.',
  // error-codes, and partner-center/partner-security-requirements-mandating-mfa
  'OAuth realm=urn:cpsvc:cpid:{some cid}',
  'Bearer error="invalid_token"',
  'appId=cid-v1:03ce8ca8-8373-4021-8f25-d5dd45c7b12f',
  // subscription-resources, get-a-subscription-by-id and partner-center/customers/azure-plan-transition
  ...['usage', 'MS-AZR-0145P', 'Usage-based', 'monthly', '6183db3d63184e52'],
  '/customers/14876998-c0dc-46e6-9d0c-65a57a6c32ec/subscriptions',
  // get-invoice-unbilled-consumption-lineitems
  ...['MS-ContinuationToken', 'AAAAAAAAAAE='],
  '/v1/customers?size=40&seekOperation=Next',
  '/v1/customers?size=1&seekOperation=Next',
  '/v1/customers?size=1',
  // get-a-list-of-customers-by-a-filter
  '{"Field":"CompanyName","Value":"cont","Operator":"starts_with"}',
  // Captured by partners.
  'PartnerFD',
  '"code": 2000',
  // get-a-list-of-customers, get-direct-sign-status-of-customer-agreement, and the blog on multifactor authentication
  ...['"PageSize": 40', '"isSigned": true', '"ValidateMfa": true', '"isMfaCompliant": true'],
]

/** Values that no page prints. */
const made = [
  ...['Contoso', 'contoso.onmicrosoft.com', 'somebody', 'Production', '1234567', 'W/"8a9b"', 'Pending'],
  'The customer already has an upgrade in progress.',
  ...['"isEligible": false', '"isSigned": false', '"totalCount": 0', '"totalCount": 1'],
  '<html><body>Bad Gateway</body></html>',
  ...['502 Bad Gateway', '503 Service Unavailable', '504 Gateway Timeout'].map(
    (title) => `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
  ),
  // The printed dates, in a form that is valid.
  ...['2018-03-01T00:00:00Z', '2019-08-26T00:00:00Z', '2020-08-26T00:00:00Z', '2019-08-29T23:47:28Z'],
  // With the correct weekday.
  'Fri, 04 Oct 2019 20:35:35 GMT',
]

const folder = join(import.meta.dirname, 'pages')
const pages = globSync('*.http', { cwd: folder })
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n')

const faultTexts = [
  ...Object.values(publishedFaults).map(({ text = 'Multifactor authentication is required' }) => text),
  ...Object.values(generalFaults).map(([, text]) => text),
].map(textPattern)
const codes = [...Object.keys(publishedFaults), ...Object.values(generalFaults).map(([code]) => code)]

/** The ID of a partner, which no page prints. */
const partnerId = '1b695b21-a3f9-4e2f-9a3b-2b6a4d7c9f10'

/** Whether a value is the text of a fault, with printed IDs where the service fills in a value. */
function isFaultText(value: string): boolean {
  const ids = value.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? []
  return faultTexts.some((pattern) => pattern.test(value)) && ids.every((id) => id === partnerId || isPrinted(id))
}

/** Whether a page prints a value, other than as part of a longer one. */
function isPrinted(value: string): boolean {
  const literal = value.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`(?<![\\p{L}\\d])${literal}(?![\\p{L}\\d])`, 'u').test(pages)
}

/** The document without the parts that only unrecorded operations use; the matrix reports those operations. */
function recordedDocument(): object {
  const paths = Object.entries(document.paths).filter(([, item]) =>
    Object.values(item).some((operation) => String(Object(operation).operationId) in requests),
  )
  const used = new Map<string, unknown>()
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    const { $ref } = Object(part)
    if (typeof $ref === 'string' && !used.has($ref)) {
      const target = $ref
        .split('/')
        .slice(1)
        .reduce((at: unknown, name) => Object(at)[name], document)
      used.set($ref, { [$ref.split('/').at(-1) ?? '']: target })
      visit(target)
    }
    for (const member of Object.values(part)) visit(member)
  }
  const { paths: _, components, ...rest } = document
  visit([Object.fromEntries(paths), rest, components.securitySchemes])
  return { ...rest, paths: Object.fromEntries(paths), used: Object.fromEntries(used) }
}

/** Every text in the examples of a document; numbers and booleans with their names, as in `"quantity": 1`. */
function* valuesOf(part: unknown, name = '', inside = false): Generator<string> {
  if (part === null || part === '') return
  if (typeof part !== 'object') {
    if (inside) yield typeof part === 'string' ? part : `"${name}": ${part}`
    return
  }
  for (const [key, member] of Object.entries(Object(part))) {
    const isNamed = key === 'value' && 'summary' in Object(part)
    const begins = isNamed || key === 'example' || (key === 'examples' && Array.isArray(member))
    const own = begins || Array.isArray(part) ? name : key
    if (key !== 'x-evidence') yield* valuesOf(member, own, inside || begins)
  }
}

test('every value of an example is printed on a page, or listed here', () => {
  const known = new Set([...printedElsewhere, ...made, ...codes])
  const values = [...new Set(valuesOf(recordedDocument()))]
  expect(values.length).toBeGreaterThan(100)
  const unknown = values.filter((value) => !known.has(value) && !isPrinted(value) && !isFaultText(value))
  expect(unknown).toEqual([])
  // Every listed value is used.
  expect([...printedElsewhere, ...made].filter((value) => !values.includes(value))).toEqual([])
})
