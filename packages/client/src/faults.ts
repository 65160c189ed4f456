/**
 * The fault catalogue, in a separate entry because the client does not need it: `faultCodes.upgradeInProgress` in place of `'900109'`, and
 * `faults[code]` with the meaning of each fault, who must act, and whether to retry.
 */
export { type FaultCodes, type FaultName, faultCodes, faults } from '@partner-upgrades/spec/faults'
