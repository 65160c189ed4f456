/**
 * The fault catalogue, apart from the client, which does not need it: `faultCodes.upgradeInProgress` in place of `'900109'`, and `faults[code]` with what
 * each fault means, who has to act and whether to try again.
 */
export { type FaultCodes, type FaultName, faultCodes, faults } from '@partner-upgrades/spec/faults'
