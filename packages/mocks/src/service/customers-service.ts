import type { Agreement, OperationId } from '@partner-upgrades/spec'
import type { FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import type { Answer } from '../contract/answer.ts'
import type { Call } from '../contract/validate-request.ts'
import { customerOfCall } from '../customers/customer-of-call.ts'
import type { Clock } from '../time/clock.ts'
import { pageOfCustomers } from './customer-pages.ts'
import type { Customer, CustomerDirectory } from './customers.ts'
import type { OperationHandler } from './product-upgrades-service.ts'
import type { Reject } from './rejection-answers.ts'
import { type AzureHoldings, azureHoldings, toEntitlements, toSubscriptions } from './subscription-resources.ts'
import type { UpgradeStore } from './upgrade-store.ts'

/** What the simulated service of customers knows, and works with. */
export interface CustomersServiceParts {
  /** The clock by which upgrades progress. */
  readonly clock: Clock
  /** The fault catalogue. */
  readonly faults: FaultCatalogue
  /** Turns away what cannot be answered. */
  readonly reject: Reject
  /** The partner's customers. */
  readonly customers: CustomerDirectory
  /** Every upgrade, past and present. */
  readonly upgrades: UpgradeStore
  /** The partner's ID, as fault 20002 names it. */
  readonly partnerId: string
}

const confirmed = (day: number): Agreement => ({
  primaryContact: { firstName: 'Tania', lastName: 'Carr', email: 'SomeEmail@example.com', phoneNumber: '1234567890' },
  templateId: '117a77b0-9360-443b-8795-c6dedc750cf9',
  dateAgreed: `2019-08-${day}T00:00:00`,
  type: 'MicrosoftCustomerAgreement',
  agreementLink: 'https://aka.ms/customeragreement',
})

/** As documented, comma for comma. */
const confirmations: readonly Agreement[] = [confirmed(26), confirmed(27)]

/** The behaviour of the operations about customers, by operation id. */
export function createCustomersService(parts: CustomersServiceParts): Readonly<Record<string, OperationHandler>> {
  const { clock, faults, reject, customers, upgrades, partnerId } = parts

  /** Runs with the customer of a call, if the partner has that customer. */
  function withCustomer(call: Call, run: (customer: Customer) => Answer): Answer {
    const customerId = customerOfCall(call) ?? ''
    const customer = customers.find(customerId)
    return customer ? run(customer) : faults.answer('20002', { partnerId, customerId })
  }

  function holdingsOf(customer: Customer): AzureHoldings {
    return azureHoldings(customer, upgrades.latest(customer.id, 'Azure'), clock.now())
  }

  const list: OperationHandler = (call) => {
    const found = pageOfCustomers(call, customers.all)
    if ('page' in found) {
      const more = found.page.links?.next !== undefined && { inferred: 'that customers are paged by a token' }
      return { status: 200, body: found.page, ...more }
    }
    const place = found.wrong === 'filter' ? 'query' : 'header'
    const problem = {
      in: place,
      name: found.wrong,
      pointer: '',
      keyword: 'value',
      message: 'is none that was given out',
    } as const
    const problems = [
      found.wrong === 'filter' ? { ...problem, message: 'is no filter that the service knows' } : problem,
    ]
    return reject({ reason: 'invalid', status: 400, problems }, call.operation)
  }

  const subscriptions: OperationHandler = (call) =>
    withCustomer(call, (customer) => {
      const holdings = holdingsOf(customer)
      const plan = holdings.planId !== undefined && { inferred: 'what an Azure plan looks like in the list' }
      return { status: 200, body: collection(toSubscriptions(customer, holdings), call), ...plan }
    })

  const agreements: OperationHandler = (call) =>
    withCustomer(call, ({ agreement }) => {
      const asked = String(call.parameters.query.agreementType)
      const isAsked = asked === '*' || asked.toLowerCase() === 'microsoftcustomeragreement'
      return { status: 200, body: collection(isAsked && agreement === 'confirmed' ? confirmations : [], call) }
    })

  const directSign: OperationHandler = (call) =>
    withCustomer(call, ({ agreement = 'signed' }) => ({ status: 200, body: { isSigned: agreement === 'signed' } }))

  const entitlements: OperationHandler = (call) =>
    withCustomer(call, (customer) => {
      const holdings = holdingsOf(customer)
      const asked = String(call.parameters.path['subscription-id']).toLowerCase()
      if (holdings.planId?.toLowerCase() === asked) {
        const items = toEntitlements(holdings)
        return { status: 200, body: { totalCount: items.length, items, attributes: { objectType: 'Collection' } } }
      }
      const own = toSubscriptions(customer, holdings).some(({ id }) => id.toLowerCase() === asked)
      const answer = own
        ? { status: 200, body: collection([], call) }
        : reject({ reason: 'path', status: 404 }, call.operation)
      return { ...answer, inferred: 'what there is below a subscription that is no Azure plan' }
    })

  return {
    listCustomers: list,
    listCustomerSubscriptions: subscriptions,
    listCustomerAgreements: agreements,
    getDirectSignStatus: directSign,
    listAzureEntitlements: entitlements,
  } satisfies Partial<Record<OperationId, OperationHandler>>
}

function collection(items: readonly unknown[], { message }: Call): object {
  return {
    totalCount: items.length,
    items,
    links: { self: { uri: message.target, method: 'GET', headers: [] } },
    attributes: { objectType: 'Collection' },
  }
}
