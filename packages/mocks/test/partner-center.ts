import type { PartnerCenterMock } from '../src/core.ts'
import type { Clock } from '../src/time/clock.ts'

/** The customer and the upgrade of the documented samples. */
export const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
export const upgradeId = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'

/** Another customer. */
export const otherCustomerId = '58e2af4f-0ad3-4688-8744-be2357cd939a'

/** A response, ready to be compared. */
export interface Seen {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Calls a mock as a careful client does. */
export async function call(
  mock: Pick<PartnerCenterMock<Clock>, 'fetch'>,
  path: string,
  {
    body = { customerId, productFamily: 'Azure' },
    headers = {},
  }: { body?: unknown; headers?: Readonly<Record<string, string>> } = {},
): Promise<Seen> {
  const response = await mock.fetch(`https://api.partnercenter.microsoft.com/v1/${path}`, {
    method: 'POST',
    headers: {
      Authorization: 'Bearer token',
      Accept: 'application/json',
      'Content-Type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}

/** Sends a GET request for a path below `/v1/`. */
export async function get(
  mock: Pick<PartnerCenterMock<Clock>, 'fetch'>,
  path: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const response = await mock.fetch(`https://api.partnercenter.microsoft.com/v1/${path}`, {
    headers: { Authorization: 'Bearer token', ...headers },
  })
  return { status: response.status, headers: response.headers, body: Object(await response.json()) }
}

/** Creates an upgrade and returns its ID. */
export async function create(
  mock: Pick<PartnerCenterMock<Clock>, 'fetch'>,
  options: Parameters<typeof call>[2] = {},
): Promise<string> {
  const { headers } = await call(mock, 'productUpgrades', options)
  return headers.get('location')?.replace('productUpgrades/', '') ?? 'no location'
}
