import { createProductUpgradesClient, isPartnerCenterError, type ProductUpgradesClient } from '@partner-upgrades/client'
import { createCustomersClient } from '@partner-upgrades/client/customers'
import { isJsonMediaType, type Operation } from '@partner-upgrades/spec'
import { codeOf } from '../matrix/cells.ts'
import type { ReceivedAnswer } from './exchange.ts'

const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }
const upgrade = { ...request, upgradeId: '42d075a4-bfe7-43e7-af6d-7c68a57edcb4', baseUrl: 'https://localhost' }

const { customerId } = request
const clock = { now: () => Date.now(), sleep: async () => {} }

/** How the client calls the operations that it has a method for. */
const methods: Readonly<Record<string, (client: ProductUpgradesClient) => Promise<unknown>>> = {
  checkProductUpgradeEligibility: (client) => client.checkEligibility(request),
  createProductUpgrade: (client) => client.create(request),
  getProductUpgradeStatus: (client) => client.getStatus(upgrade),
  // One item is enough; no further page is requested.
  listCustomers: (client) => createCustomersClient(client, { clock }).list().next(),
  listCustomerSubscriptions: (client) => createCustomersClient(client, { clock }).listSubscriptions(customerId),
  listCustomerAgreements: (client) => createCustomersClient(client, { clock }).listAgreements(customerId),
  getDirectSignStatus: (client) => createCustomersClient(client, { clock }).hasSignedDirectly(customerId),
  listAzureEntitlements: (client) =>
    createCustomersClient(client, { clock }).listAzureEntitlements(customerId, upgrade.upgradeId),
}

/**
 * Checks that the client turns a response into the right result: a success into a value, a fault into an error with its status and code.
 * An operation without a method is called as the contract describes it. Returns what is wrong with the client's result.
 */
export async function surfaceProblems(
  operation: Operation,
  answer: ReceivedAnswer,
  code: string | undefined,
): Promise<readonly string[]> {
  const client = createProductUpgradesClient({
    credential: 'not-a-token',
    baseUrl: 'https://localhost',
    retries: 0,
    clock,
    fetch: async () => new Response(answer.text || null, { status: answer.status, headers: answer.headers }),
  })
  const call = methods[operation.id]
  return call === undefined
    ? untypedProblems(client, operation, answer, code)
    : methodProblems(call(client), answer, code)
}

async function methodProblems(
  call: Promise<unknown>,
  answer: ReceivedAnswer,
  code: string | undefined,
): Promise<readonly string[]> {
  const told = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (answer.status < 300) return told === undefined ? [] : [`the client reports an error: ${String(told)}`]
  // After such a response to a create, the outcome is unknown; the error of the response is the cause.
  const error = isPartnerCenterError(told) && told.name === 'OutcomeUnknownError' ? told.cause : told
  if (!isPartnerCenterError(error) || !('status' in error) || error.status !== answer.status) {
    return [`the client reports instead: ${told === undefined ? 'a success' : String(told)}`]
  }
  const seen = 'serviceCode' in error ? error.serviceCode : undefined
  return seen === code ? [] : [`the client reads the code ${String(seen)} instead of ${String(code)}`]
}

/** The result of a call of openapi-fetch. */
interface Told {
  readonly error?: unknown
  readonly response: Response
}

async function untypedProblems(
  { http }: ProductUpgradesClient,
  { method, path, parameters }: Operation,
  answer: ReceivedAnswer,
  code: string | undefined,
): Promise<readonly string[]> {
  const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => [name, upgrade.upgradeId])
  const params = { path: Object.fromEntries(named) }
  const parseAs = isJsonMediaType(answer.headers.get('Content-Type') ?? 'application/json') ? 'json' : 'text'
  // Its types know only the operations of this project's contract.
  const untyped: object = http
  const request: (method: string, path: string, init: object) => Promise<Told> = Reflect.get(untyped, 'request')
  const told = await request(method.toLowerCase(), path, { params, parseAs }).catch(
    (error: unknown) => new Error(String(error)),
  )
  if (told instanceof Error) return [`the client reports an error: ${told.message}`]
  const { error, response } = told
  if (response.status !== answer.status)
    return [`the client reports instead: a response with the status ${response.status}`]
  const isSuccess = answer.status < 300
  if (isSuccess !== (error === undefined)) return [`the client reports instead: ${isSuccess ? 'a fault' : 'a success'}`]
  const seen = isSuccess ? code : codeOf(error)
  return seen === code ? [] : [`the client reads the code ${String(seen)} instead of ${String(code)}`]
}
