import { faults } from '@partner-upgrades/spec/faults'
import type { Outcome, Reason } from '../entry.ts'

/**
 * Whether it may help to take a row up again that has ended: never one that completed, and not where the catalogue says of the fault
 * that trying again does not help. Whatever is taken up again begins with looking, not with a create.
 */
export function mayRunAgain(outcome: Outcome, reason: Reason | undefined): boolean {
  if (outcome === 'completed' || outcome === 'eligible') return false
  const fault = Object.values(faults).find(({ code }) => code === reason?.code)
  return outcome !== 'rejected' || fault?.retry !== 'never'
}
