import { type FaultCode, faults } from '@partner-upgrades/spec/faults'

/** An entry of the fault catalogue. */
export type KnownFault = (typeof faults)[FaultCode]

/** All faults, by code. */
export const allFaults: readonly KnownFault[] = Object.values(faults)

/** Finds the fault in a text, which is a code or a message with a code in it. */
export function findFault(text: string): KnownFault | undefined {
  const codes: readonly string[] = text.match(/\d+/g) ?? []
  return allFaults.find(({ code }) => codes.includes(code))
}
