export const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
export const upgradeId = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'
export const requestId = 'c245d5f2-1de3-4ae0-9e42-95e38e3cb8ff'
export const request = { customerId, productFamily: 'Azure' } as const
export const baseUrl = 'https://api.partnercenter.microsoft.com'
export const upgrade = { upgradeId, customerId, productFamily: 'Azure', baseUrl } as const

/** The status of the documented exchange. */
export const completed = {
  id: upgradeId,
  status: 'Completed',
  productFamily: 'Azure',
  lineItems: [
    {
      sourceProduct: { id: 'b1beb621-3cad-4d7a-b360-62db33ce028e', name: 'AzureSubscription' },
      targetProduct: { id: 'd231908e-31c1-de0e-027b-bc5ce11f09d9', name: 'Microsoft Azure plan' },
      upgradedDate: '2019-08-29T23:47:28.8524555Z',
      status: 'Completed',
    },
  ],
}

export const accepted = (location = `productUpgrades/${upgradeId}`): Response =>
  new Response(null, { status: 202, headers: { Location: location, 'Content-Length': '0' } })

export const fault = (status: number, code: string | number, description = 'No.', headers = {}): Response =>
  Response.json({ code, description, data: [], source: 'PartnerFD' }, { status, headers })

/** A request as received by the `fetch` of a script. */
export interface Seen {
  readonly url: string
  readonly path: string
  readonly headers: Headers
  readonly body: unknown
  readonly redirect: RequestInit['redirect']
}

export type Step = Response | Error | ((seen: Seen, init: RequestInit) => Response | Promise<Response>)

/** Creates a `fetch` that responds with the given steps in order, and records its requests. */
export function script(...steps: readonly Step[]): {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly seen: readonly Seen[]
} {
  const seen: Seen[] = []
  return {
    seen,
    async fetch(url, init) {
      const step = steps[seen.length]
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : init.body
      const entry = {
        url,
        path: new URL(url).pathname,
        headers: new Headers(init.headers),
        body,
        redirect: init.redirect,
      }
      seen.push(entry)
      if (step === undefined) throw new Error(`The script has no step ${seen.length}.`)
      if (step instanceof Error) throw step
      return typeof step === 'function' ? step(entry, init) : step
    },
  }
}
