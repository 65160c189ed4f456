import type { MockClock, PartnerCenterMockOptions } from '@partner-upgrades/mocks'
import type { Exchange } from '@partner-upgrades/spec'

/** The state that Microsoft's pages show: one upgrade, completed in August 2019. Read off the pages, not off the spec. */
export const documentedState: PartnerCenterMockOptions<MockClock> = {
  upgrades: [
    {
      id: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4',
      customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969',
      completedAt: '2019-08-29T23:47:28.8524555Z',
    },
  ],
}

/**
 * Where a printed answer cannot be what the service said to the printed request: the page shows an answer about another
 * customer than it asks about. Replayed answers are compared as if it had asked about that one.
 */
export const otherCustomers: Readonly<Record<string, { readonly asked: string; readonly answered: string }>> = {
  'checkProductUpgradeEligibility.en': {
    asked: '4c721420-72ad-4708-a0a7-371a2f7b0969',
    answered: 'c1958bc7-3284-4952-a257-de594ee64743',
  },
}

/** The printed request of an exchange, byte for byte, for a provider at another address. */
export function printedRequest({ request }: Exchange, body: string = request.body): Request {
  return new Request(request.url, {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    body,
  })
}
