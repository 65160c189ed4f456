// What Microsoft's pages say about the operations, their headers and their statuses: get-eligibility-for-product-upgrade,
// create-product-upgrade-entity, get-product-upgrade-status, get-a-list-of-customers, get-all-of-a-customer-s-subscriptions,
// get-confirmation-of-customer-agreement, get-direct-sign-status-of-customer-agreement, get-a-list-of-azure-entitlements-for-subscription,
// headers, error-codes and api-throttling-guidance, all below
// https://learn.microsoft.com/en-us/partner-center/developer. Taken from the pages, not from the specification.
import { type Kind, kinds } from './values.ts'

/** A header, or another parameter. */
export interface Named {
  readonly in: 'header' | 'path' | 'query'
  readonly needed: boolean
  readonly kind: Kind
}

/** Any text, as in a header. */
const words: Kind = { takes: ['text', '10', ''], refuses: [1, true] }

/** "Request headers". `MS-Contract-Version` is called required there, but the service answers Microsoft's .NET SDK without it. */
export const requestHeaders: Readonly<Record<string, Named>> = {
  'MS-RequestId': { in: 'header', needed: false, kind: kinds.guid },
  'MS-CorrelationId': { in: 'header', needed: false, kind: kinds.guid },
  'MS-Contract-Version': { in: 'header', needed: false, kind: words },
  'X-Locale': { in: 'header', needed: false, kind: words },
  'MS-PartnerCenter-Application': { in: 'header', needed: false, kind: words },
  ValidateMfa: { in: 'header', needed: false, kind: kinds.flag },
}

const inPath: Named = { in: 'path', needed: true, kind: kinds.guid }
const inQuery: Named = { in: 'query', needed: false, kind: words }
const customer: Readonly<Record<string, Named>> = { 'customer-tenant-id': inPath }

/** "Response headers"; no caller may rely on any of them. */
export const responseHeaders: Readonly<Record<string, Kind>> = {
  'MS-RequestId': kinds.guid,
  'MS-CorrelationId': kinds.guid,
  'MS-CV': words,
  'MS-ServerId': words,
  Date: words,
}

/** Headers of some responses only; the needed ones carry information that is nowhere else. */
export const specialHeaders: Readonly<Record<string, { readonly needed: boolean; readonly kind: Kind }>> = {
  Location: {
    needed: true,
    kind: {
      takes: ['productUpgrades/42d075a4-bfe7-43e7-af6d-7c68a57edcb4', '/v1/productUpgrades/1', 'https://example.com/1'],
      refuses: ['not a URI', 1],
    },
  },
  'Retry-After': { needed: true, kind: { takes: [57, 0], refuses: [-1, 1.5, '57', true] } },
  'WWW-Authenticate': { needed: false, kind: words },
  'Request-Context': { needed: false, kind: words },
  Allow: { needed: false, kind: words },
  isMfaCompliant: { needed: false, kind: kinds.flag },
}

/** Returns the special headers of a status. */
export function specialHeadersOf(status: string, operation: string): readonly string[] {
  if (status.startsWith('2'))
    return operation === 'createProductUpgrade' ? ['Location', 'isMfaCompliant'] : ['isMfaCompliant']
  return { '401': ['WWW-Authenticate', 'Request-Context'], '405': ['Allow'], '429': ['Retry-After'] }[status] ?? []
}

/** "REST request" of each page. */
export const requests: Readonly<Record<string, PageRequest>> = {
  checkProductUpgradeEligibility: { method: 'POST', path: '/v1/productUpgrades/eligibility', success: '200' },
  createProductUpgrade: { method: 'POST', path: '/v1/productUpgrades', success: '202' },
  getProductUpgradeStatus: {
    method: 'POST',
    path: '/v1/productUpgrades/{upgrade-id}/status',
    success: '200',
    parameters: { 'upgrade-id': inPath },
  },
  listCustomers: {
    method: 'GET',
    path: '/v1/customers',
    success: '200',
    appOnly: true,
    parameters: {
      // "Y" for required, but other pages and the .NET SDK omit it.
      size: { in: 'query', needed: false, kind: { takes: [40, 0], refuses: [-1, 1.5, 'all'] } },
      filter: inQuery,
      seekOperation: inQuery,
      'MS-ContinuationToken': { in: 'header', needed: false, kind: words },
    },
  },
  listCustomerSubscriptions: {
    method: 'GET',
    path: '/v1/customers/{customer-tenant-id}/subscriptions',
    success: '200',
    appOnly: true,
    parameters: customer,
  },
  listCustomerAgreements: {
    method: 'GET',
    path: '/v1/customers/{customer-tenant-id}/agreements',
    success: '200',
    parameters: { ...customer, agreementType: inQuery },
  },
  getDirectSignStatus: {
    method: 'GET',
    path: '/v1/customers/{customer-tenant-id}/directSignedMicrosoftCustomerAgreementStatus',
    success: '200',
    parameters: customer,
  },
  listAzureEntitlements: {
    method: 'GET',
    path: '/v1/customers/{customer-tenant-id}/subscriptions/{subscription-id}/azureEntitlements',
    success: '200',
    appOnly: true,
    parameters: { ...customer, 'subscription-id': inPath },
  },
}

/** A request, as its page describes it. */
export interface PageRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  /** The status of a success. */
  readonly success: string
  /** Parameters in addition to the headers that all operations have. */
  readonly parameters?: Readonly<Record<string, Named>>
  /** "supports authentication with both standalone App and App+User credentials". */
  readonly appOnly?: true
}

/** The statuses of the error list, and 415, with which any HTTP service rejects another kind of body. */
export const faultStatusesOf = ({ method }: PageRequest): readonly string[] => [
  ...['400', '401', '403', '404', '405', '406', '408', '409', '412', '429'],
  ...(method === 'POST' ? ['415'] : []),
  ...['500', '501', '502', '503', '504'],
]

/** Base URLs: the worldwide cloud with that of the US government, and 21Vianet. */
export const servers: readonly string[] = [
  'https://api.partnercenter.microsoft.com',
  'https://partner.partnercenterapi.microsoftonline.cn',
]

/** Lists the operations whose pages are not recorded here, one line each. */
export function unreadPages(operations: readonly string[]): readonly string[] {
  return operations
    .filter((id) => requests[id] === undefined)
    .map((id) => `the page of ${id} is not recorded: add what it says to suite/documentation/operations.ts`)
}
