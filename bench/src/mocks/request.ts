/** The origin of the mocked service. */
export const origin = 'https://api.partnercenter.microsoft.com'

/** The upgrade whose status is requested, and its customer. */
export const upgradeId = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'
export const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

/** The headers of the documented request. */
export const headers: Readonly<Record<string, string>> = {
  Authorization: 'Bearer token',
  Accept: 'application/json',
  'Content-Type': 'application/json',
  'MS-RequestId': 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff',
  'MS-CorrelationId': 'e3f26e6a-044f-4371-ad52-0d91ce4200be',
  'X-Locale': 'en-US',
  'MS-PartnerCenter-Application': 'Partner Center .NET SDK Samples',
}

/** A request to one of the three operations. */
export interface Question {
  readonly name: 'eligibility' | 'create' | 'status'
  readonly path: string
  readonly status: number
  /** Whether each request names another customer: no customer can be upgraded twice. */
  readonly fresh: boolean
}

export const eligibility: Question = {
  name: 'eligibility',
  path: '/v1/productUpgrades/eligibility',
  status: 200,
  fresh: false,
}

export const questions: readonly Question[] = [
  eligibility,
  { name: 'create', path: '/v1/productUpgrades', status: 202, fresh: true },
  { name: 'status', path: `/v1/productUpgrades/${upgradeId}/status`, status: 200, fresh: false },
]

/** Returns the nth of many GUIDs. */
export function nthGuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

/** Creates the nth request of a question, for `fetch` or `new Request`. */
export function toInit({ fresh }: Question, n: number): RequestInit {
  const own = fresh ? { 'MS-RequestId': nthGuid(n) } : undefined
  return {
    method: 'POST',
    headers: { ...headers, ...own },
    body: JSON.stringify({ customerId: fresh ? nthGuid(n) : customerId, productFamily: 'Azure' }),
  }
}
