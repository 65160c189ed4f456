import { type Answer, accepted, type Eligibility, fault, json, statusOf } from './answers.ts'
import type { Creation, Look } from './behaviour.ts'
import { type CustomerTruth, creates, visible } from './truth.ts'

/** The duration of an upgrade, in milliseconds. */
const duration = 150

/** Returns how to handle the create that has just arrived. */
export function creationOf(customer: CustomerTruth): Creation {
  return customer.behaviour.create?.(creates(customer)) ?? { commit: 0, answer: accepted }
}

/** Returns the response to eligibility or status; whether it is correct and names the upgrade, and whether it replaces the correct one. */
export function lookAt(
  customer: CustomerTruth,
  operation: Look['operation'],
  asked: string | undefined,
  now: number,
): { readonly answer: Answer; readonly named: boolean; readonly odd: boolean } {
  const { customerId, behaviour, received } = customer
  const shown = visible(customer, now)
  const upgradeId = operation === 'status' ? shown.find((each) => each === asked) : shown.at(-1)
  const before = received.filter((each) => each.operation === operation).length - 1
  const odd = behaviour.look?.({ operation, customerId, before, ...(upgradeId && { upgradeId }) })
  if (odd) return { answer: odd, named: false, odd: true }
  const answer = operation === 'status' ? statusAnswer(customer, upgradeId, now) : json(eligibility(customer, now))
  // A program cannot distinguish an earlier failed upgrade from its own.
  return { answer, named: upgradeId !== undefined && !behaviour.eligibleAgain, odd: false }
}

function eligibility(customer: CustomerTruth, now: number): Eligibility {
  const { customerId, behaviour } = customer
  const upgradeId = visible(customer, now).at(-1)
  const productFamily = 'azure'
  if (!upgradeId) return { customerId, isEligible: true, productFamily }
  const again = behaviour.eligibleAgain && stateOf(customer, upgradeId, now) === 'Failed'
  if (again) return { customerId, isEligible: true, productFamily, upgradeId }
  return { customerId, isEligible: false, productFamily, upgradeId, reason: 'An upgrade is in place.' }
}

function statusAnswer(customer: CustomerTruth, upgradeId: string | undefined, now: number): Answer {
  if (!upgradeId) return fault(404, '900106', 'No upgrade request was found')
  return json(statusOf(upgradeId, stateOf(customer, upgradeId, now)))
}

function stateOf({ commits, behaviour }: CustomerTruth, upgradeId: string, now: number): string {
  const { at = 0 } = commits.find((each) => each.upgradeId === upgradeId) ?? {}
  return now < at + duration ? 'InProgress' : (behaviour.end ?? 'Completed')
}
