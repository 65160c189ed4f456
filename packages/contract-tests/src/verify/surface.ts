import { createProductUpgradesClient, isPartnerCenterError, type ProductUpgradesClient } from '@partner-upgrades/client'
import { createCustomersClient } from '@partner-upgrades/client/customers'
import type { ReceivedAnswer } from './exchange.ts'

const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }
const upgrade = { ...request, upgradeId: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4', baseUrl: 'https://localhost' }

const { customerId } = request
const clock = { now: () => Date.now(), sleep: async () => {} }

const calls: Readonly<Record<string, (client: ProductUpgradesClient) => Promise<unknown>>> = {
  checkProductUpgradeEligibility: (client) => client.checkEligibility(request),
  createProductUpgrade: (client) => client.create(request),
  getProductUpgradeStatus: (client) => client.getStatus(upgrade),
  // One item is enough, and after it no other page is asked for.
  listCustomers: (client) => createCustomersClient(client, { clock }).list().next(),
  listCustomerSubscriptions: (client) => createCustomersClient(client, { clock }).listSubscriptions(customerId),
  listCustomerAgreements: (client) => createCustomersClient(client, { clock }).listAgreements(customerId),
  getDirectSignStatus: (client) => createCustomersClient(client, { clock }).hasSignedDirectly(customerId),
  listAzureEntitlements: (client) =>
    createCustomersClient(client, { clock }).listAzureEntitlements(customerId, upgrade.upgradeId),
}

/**
 * Whether the client makes the right result of an answer: a value of a success, and of a fault an error with its status and code. Says
 * what it makes of it where that is something else.
 */
export async function surfaceProblems(
  operation: string,
  answer: ReceivedAnswer,
  code: string | undefined,
): Promise<readonly string[]> {
  const call = calls[operation]
  if (call === undefined) return []
  const client = createProductUpgradesClient({
    credential: 'not-a-token',
    baseUrl: 'https://localhost',
    retries: 0,
    clock,
    fetch: async () => new Response(answer.text || null, { status: answer.status, headers: answer.headers }),
  })
  const told = await call(client).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (answer.status < 300) return told === undefined ? [] : [`the client makes an error of it: ${String(told)}`]
  // After such an answer to a create the outcome is not known; what was answered is the cause.
  const error = isPartnerCenterError(told) && told.name === 'OutcomeUnknownError' ? told.cause : told
  if (!isPartnerCenterError(error) || !('status' in error) || error.status !== answer.status) {
    return [`the client makes of it: ${told === undefined ? 'a success' : String(told)}`]
  }
  const seen = 'serviceCode' in error ? error.serviceCode : undefined
  return seen === code ? [] : [`the client reads the code ${String(seen)} in the place of ${String(code)}`]
}
