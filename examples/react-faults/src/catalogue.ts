import { type FaultCode, faults } from '@partner-upgrades/spec/faults'

/** Everything the catalogue knows about one code. */
export type KnownFault = (typeof faults)[FaultCode]

/** All faults, by code. */
export const allFaults: readonly KnownFault[] = Object.values(faults)

/** The fault that a text speaks of: a code by itself, or a message with a code somewhere in it. */
export function findFault(text: string): KnownFault | undefined {
  const codes: readonly string[] = text.match(/\d+/g) ?? []
  return allFaults.find(({ code }) => codes.includes(code))
}
