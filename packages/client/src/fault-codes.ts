import { type OperationFaults, type OperationId, operationFaults } from '@partner-upgrades/spec'

/** Whether the contract's catalogue has a code for an operation. */
export function isKnownCode<Operation extends OperationId>(
  operation: Operation,
  code: string | undefined,
): code is OperationFaults[Operation] {
  const known: readonly (string | undefined)[] = operationFaults[operation]
  return known.includes(code)
}
