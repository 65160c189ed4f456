import type { FaultDefinition } from '@partner-upgrades/spec'
import { faults } from '@partner-upgrades/spec/faults'
import type { Reason } from '../entry.ts'

/** The texts of the catalogue, with a place for whatever the service fills in. */
const texts = Object.values(faults).map((fault): [RegExp, FaultDefinition] => [
  new RegExp(`^${fault.text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '.+')}$`),
  fault,
])

/**
 * What the fault catalogue says of a reason. Where the service gives no code, as with eligibility, its text is compared: good enough to
 * tell a reader more, and nothing is decided by it.
 */
export function faultOf({ code, text }: Reason): FaultDefinition | undefined {
  if (code !== undefined) return Object.values(faults).find((fault) => fault.code === code)
  return texts.find(([pattern]) => pattern.test(text))?.[1]
}
