import type { ProductUpgradesClient } from '@partner-upgrades/client'
import type { MockClock, PartnerCenterMockOptions } from '@partner-upgrades/mocks'
import type { Cell } from '../../src/matrix/cells.ts'
import { calls, documentedUpgrade } from '../../test/calls.ts'
import { cellFor } from '../matrix/proves.ts'

/** A state of the service, a call, and the expected result. */
export interface Situation {
  readonly what: string
  readonly cell: Cell
  readonly options?: PartnerCenterMockOptions<MockClock>
  /** Calls to make first. */
  readonly before?: (client: ProductUpgradesClient) => Promise<unknown>
  readonly call: (client: ProductUpgradesClient) => Promise<unknown>
  /** Changes the request as a faulty program between client and provider would. */
  readonly spoil?: (init: RequestInit) => RequestInit
  /** What to expect of the client's result or error, in addition to what the cell requires. */
  readonly expected?: object
}

/** The customer of Microsoft's pages. */
export const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
/** The request that every situation sends. */
export const request: { readonly customerId: string; readonly productFamily: string } = {
  customerId,
  productFamily: 'Azure',
}

/** The operation that checks whether a customer can be upgraded. */
export const check = 'checkProductUpgradeEligibility'
/** The operation that creates an upgrade. */
export const create = 'createProductUpgrade'
/** The operation that returns the status of an upgrade. */
export const follow = 'getProductUpgradeStatus'

/** The operations that name a single customer. */
export const ofCustomer: readonly string[] = [
  'listCustomerSubscriptions',
  'listCustomerAgreements',
  'getDirectSignStatus',
  'listAzureEntitlements',
]

/** How the client calls an operation about that customer. */
export const callOf: Readonly<Record<string, Situation['call']>> = {
  ...calls,
  [check]: (client) => client.checkEligibility(request),
  [create]: (client) => client.create(request),
  [follow]: (client) => client.getStatus(documentedUpgrade()),
}

/** Creates a situation for each operation that has such a response. */
export function forEach(
  operations: readonly string[],
  what: string,
  status: number,
  nameOrCode: string,
  rest: Partial<Situation>,
): readonly Situation[] {
  return operations.map((operation): Situation => {
    const call = callOf[operation] ?? (() => Promise.reject(new Error(`no call of ${operation}`)))
    return { what: `${operation} ${what}`, cell: cellFor(operation, status, nameOrCode), call, ...rest }
  })
}
