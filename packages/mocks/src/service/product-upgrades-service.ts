import { emptyGuid } from '@partner-upgrades/spec'
import type { FaultValues } from '../catalogue/fault-catalogue.ts'
import { type Exactly, exactly } from '../contract/exactly.ts'
import type { Customer } from './customers.ts'
import type { ServiceHandler, ServiceHandlers, SuccessOf } from './service-answer.ts'
import { type ServiceParts, withCustomer } from './service-parts.ts'
import { toStatusResource } from './status-resource.ts'
import { completeDurations, planUpgrade, statusAt, type Upgrade } from './upgrade.ts'
import { upgradeRequestOf } from './upgrade-request.ts'

const createAnswer = exactly<SuccessOf<'createProductUpgrade'>>()
const statusAnswer = exactly<SuccessOf<'getProductUpgradeStatus'>>()
const eligibilityAnswer = exactly<SuccessOf<'checkProductUpgradeEligibility'>>()

/** Creates the handlers of the product-upgrade operations, by operation ID. */
export function createService(parts: ServiceParts): ServiceHandlers {
  const { clock, random, faults, upgrades, requests, partnerId } = parts

  /** Why a customer cannot be upgraded now: the fault and the values of its text. */
  function obstacle(
    { id, condition }: Customer,
    existing: Upgrade | undefined,
  ): readonly [string, FaultValues] | undefined {
    if (condition !== undefined) return [condition, { partnerId, customerId: id }]
    const status = existing && statusAt(existing, clock.now())
    // Inferred: a failed upgrade may be followed by another one.
    if (existing === undefined || status === 'Failed') return undefined
    return [status === 'Completed' ? '900110' : '900109', { upgradeId: existing.id }]
  }

  const create: ServiceHandler<'createProductUpgrade'> = (call) =>
    withCustomer(parts, call, (customer) => {
      const { productFamily } = upgradeRequestOf(call)
      const requestId = call.message.header('ms-requestid')
      const repeated = requests.recall(requestId, call.body)
      if (repeated !== undefined) return accepted(repeated)
      const fault = obstacle(customer, upgrades.latest(customer.id, productFamily))
      if (fault !== undefined) return faults.answer(...fault)
      const basics = { id: random.guid(), customerId: customer.id, productFamily, createdAt: clock.now() }
      upgrades.add(planUpgrade(basics, completeDurations(customer.durations, parts.durations), customer.lineItems))
      if (parts.deduplicate) requests.remember(requestId, call.body, basics.id)
      return accepted(basics.id)
    })

  const status: ServiceHandler<'getProductUpgradeStatus'> = (call) =>
    withCustomer(parts, call, (customer) => {
      const { customerId, productFamily } = upgradeRequestOf(call)
      const upgrade = upgrades.byId(String(call.parameters.path['upgrade-id']))
      if (upgrade === undefined) return faults.answer('900106')
      if (upgrade.customerId.toLowerCase() !== customer.id.toLowerCase()) {
        const own = upgrades.latest(customer.id, productFamily)?.id
        const answer = faults.answer('900111', { customerId, upgradeId: own ?? emptyGuid })
        return own ? answer : { ...answer, inferred: 'the upgrade ID in the text for a customer that has no upgrade' }
      }
      const body = toStatusResource(upgrade, clock.now())
      return statusAnswer({
        status: 200,
        body,
        ...(body.status !== 'Completed' && { inferred: `the status ${body.status}` }),
      })
    })

  const eligibility: ServiceHandler<'checkProductUpgradeEligibility'> = (call) =>
    withCustomer(parts, call, (customer) => {
      const { customerId, productFamily } = upgradeRequestOf(call)
      const { condition } = customer
      // A condition that is a known fault of this operation becomes that fault; any other becomes the reason.
      if (condition !== undefined && Object.hasOwn(faults.find(condition).operations, call.operation.id)) {
        return faults.answer(condition, { partnerId, customerId })
      }
      const existing = upgrades.latest(customer.id, productFamily)
      const fault = obstacle(customer, existing)
      return eligibilityAnswer({
        status: 200,
        body: {
          customerId,
          isEligible: fault === undefined,
          productFamily,
          ...(existing && { upgradeId: existing.id }),
          ...(fault && { reason: faults.text(...fault) }),
        },
        ...(fault && { inferred: 'that the reason has the text of the fault that a create would get' }),
      })
    })

  return {
    createProductUpgrade: create,
    getProductUpgradeStatus: status,
    checkProductUpgradeEligibility: eligibility,
  }
}

/** The documented `Location` has no leading slash: it is relative to the request's URL. */
function accepted(upgradeId: string): Exactly<SuccessOf<'createProductUpgrade'>> {
  return createAnswer({ status: 202, headers: { Location: `productUpgrades/${upgradeId}` } })
}
