import type { MockClock, PartnerCenterMockOptions } from '@partner-upgrades/mocks'
import type { Exchange } from '@partner-upgrades/spec'
import { documentedPlan } from './calls.ts'

/** The one subscription that the page prints. */
const subscriptionOf2015 = {
  id: '83ef9d05-4169-4ef9-9657-0e86b1eab1de',
  entitlementId: 'a356ac8c-e310-44f4-bf85-C7f29044af99',
  friendlyName: 'nickname',
  quantity: 1,
  unitType: 'none',
  creationDate: '2015-11-25T06: 41: 12Z',
  effectiveStartDate: '2015-11-24T08: 00: 00Z',
  commitmentEndDate: '2016-12-12T08: 00: 00Z',
  status: 'active',
  autoRenewEnabled: false,
  billingType: 'none',
  contractType: 'subscription',
  links: {
    offer: { uri: '/v1/offers/0CCA44D6-68E9-4762-94EE-31ECE98783B9', method: 'GET', headers: [] },
    self: { uri: '/subscriptions?key=<key>', method: 'GET', headers: [] },
  },
  orderId: '6183db3d-6318-4e52-877e-25806e4971be',
  attributes: { etag: '<etag>', objectType: 'Subscription' },
}

/** The state that Microsoft's pages show: one upgrade, completed in August 2019. Taken from the pages, not from the specification. */
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
 * Exchanges whose printed response cannot belong to the printed request, because it is about another customer. Responses are
 * compared as if the page had printed the customer of the request.
 */
export const otherCustomers: Readonly<Record<string, { readonly asked: string; readonly answered: string }>> = {
  'checkProductUpgradeEligibility.en': {
    asked: '4c721420-72ad-4708-a0a7-371a2f7b0969',
    answered: 'c1958bc7-3284-4952-a257-de594ee64743',
  },
}

/** The printed request of an exchange, byte for byte, or with another body. */
export function printedRequest({ request }: Exchange, body: string = request.body): Request {
  return new Request(request.url, {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    ...(body !== '' && { body }),
  })
}

const { azureId, planId } = documentedPlan
const ofPlan = documentedPlan.customerId
const ofAgreements = '14876998-c0dc-46e6-9d0c-65a57a6c32ec'

/** The pages about customers: the state that they show, and what they mean if they cannot mean what they print. */
export const documentedCustomers: Readonly<Record<string, DocumentedCustomer>> = {
  listCustomers: { options: {}, meant: withTenants },
  listCustomerSubscriptions: {
    options: { customers: [{ id: ofAgreements, condition: '900108', otherSubscriptions: [subscriptionOf2015] }] },
    url: (printed) => printed.replace('<customer-tenant-id>', ofAgreements),
    // The page prints only one of them.
    meant: (printed) => printed.replace('"totalCount": 37', '"totalCount": 1'),
  },
  listCustomerAgreements: {
    options: { customers: [{ id: ofAgreements, agreement: 'confirmed' }] },
    meant: (printed) => printed.replaceAll('.com"\n', '.com",\n').replace('"phoneNumber:"', '"phoneNumber":"'),
  },
  getDirectSignStatus: { options: { customers: [{ id: ofAgreements, agreement: 'signed' }] } },
  listAzureEntitlements: {
    options: {
      customers: [
        { id: ofPlan, azurePlanId: planId, lineItems: [{ sourceProduct: { id: azureId, name: 'Microsoft Azure' } }] },
      ],
      upgrades: [{ customerId: ofPlan, completedAt: '2019-08-29T23:47:28.8524555Z' }],
    },
  },
}

/** The state that a page shows, and what the page means. */
export interface DocumentedCustomer {
  readonly options: PartnerCenterMockOptions<MockClock>
  /** Returns the intended URL for one with a placeholder. */
  readonly url?: (printed: string) => string
  /** Returns the intended body for one that is not JSON or has a placeholder. */
  readonly meant?: (printed: string) => string
}

/** Gives each tenant the ID of its customer. */
function withTenants(printed: string): string {
  const page = JSON.parse(printed)
  for (const { id, companyProfile } of page.items) companyProfile.tenantId = id
  return JSON.stringify(page)
}
