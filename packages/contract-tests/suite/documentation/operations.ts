// What Microsoft's pages say of the three operations, their headers and their statuses: get-eligibility-for-product-upgrade,
// create-product-upgrade-entity, get-product-upgrade-status, headers, error-codes and api-throttling-guidance, all below
// https://learn.microsoft.com/en-us/partner-center/developer. Read off the pages and not off the specification.
import { type Kind, kinds } from './values.ts'

/** A header, or another parameter. */
export interface Named {
  readonly in: 'header' | 'path'
  readonly needed: boolean
  readonly kind: Kind
}

/** A text as any header is one. */
const words: Kind = { takes: ['text', '10', ''], refuses: [1, true] }

/** "Request headers". `MS-Contract-Version` is called required there; Microsoft's .NET SDK is answered without it. */
export const requestHeaders: Readonly<Record<string, Named>> = {
  'MS-RequestId': { in: 'header', needed: false, kind: kinds.guid },
  'MS-CorrelationId': { in: 'header', needed: false, kind: kinds.guid },
  'MS-Contract-Version': { in: 'header', needed: false, kind: words },
  'X-Locale': { in: 'header', needed: false, kind: words },
  'MS-PartnerCenter-Application': { in: 'header', needed: false, kind: words },
  ValidateMfa: { in: 'header', needed: false, kind: kinds.flag },
}

/** "URI parameter". */
export const upgradeId: Named = { in: 'path', needed: true, kind: kinds.guid }

/** "Response headers"; no caller may rely on one of them. */
export const responseHeaders: Readonly<Record<string, Kind>> = {
  'MS-RequestId': kinds.guid,
  'MS-CorrelationId': kinds.guid,
  'MS-CV': words,
  'MS-ServerId': words,
  Date: words,
}

/** Headers of some answers only; those that are needed carry what cannot be had elsewhere. */
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
  Allow: { needed: false, kind: words },
  isMfaCompliant: { needed: false, kind: kinds.flag },
}

/** Which statuses have headers of their own. */
export function specialHeadersOf(status: string, operation: string): readonly string[] {
  if (status.startsWith('2'))
    return operation === 'createProductUpgrade' ? ['Location', 'isMfaCompliant'] : ['isMfaCompliant']
  return { '401': ['WWW-Authenticate'], '405': ['Allow'], '429': ['Retry-After'] }[status] ?? []
}

/** "REST request" of each page. */
export const requests: Readonly<Record<string, { readonly path: string; readonly success: string }>> = {
  checkProductUpgradeEligibility: { path: '/v1/productUpgrades/eligibility', success: '200' },
  createProductUpgrade: { path: '/v1/productUpgrades', success: '202' },
  getProductUpgradeStatus: { path: '/v1/productUpgrades/{upgrade-id}/status', success: '200' },
}

/** The statuses of the error list, and 415, with which every service of HTTP refuses another kind of body. */
export const faultStatuses: readonly string[] = [
  ...['400', '401', '403', '404', '405', '406', '408', '409', '412', '415', '429'],
  ...['500', '501', '502', '503', '504'],
]

/** Base URLs: the worldwide cloud with that of the US government, and 21Vianet. */
export const servers: readonly string[] = [
  'https://api.partnercenter.microsoft.com',
  'https://partner.partnercenterapi.microsoftonline.cn',
]
