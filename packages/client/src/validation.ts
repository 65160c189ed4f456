import type { OperationId } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { ContractViolationError } from './errors/errors.ts'

/** What to do about a response that does not match the contract: ignore it, warn, or throw. */
export type ValidationMode = 'off' | 'warn' | 'throw'

/**
 * Creates a function that checks responses with the contract's compiled validators, for the `validate` option of a client.
 *
 * @param mode with `throw`, a response that does not match fails the call with a ContractViolationError. @default 'throw'
 * @param warn called in mode `warn` with the places where the response differs, never with its values. @default console.warn
 * @example
 * createProductUpgradesClient({ credential, validate: validateResponses('warn') })
 * @see https://learn.microsoft.com/partner-center/developer/product-upgrade-resources
 */
export function validateResponses(
  mode: ValidationMode = 'throw',
  warn: (message: string) => void = (message) => console.warn(message),
): (operation: OperationId, body: unknown) => void {
  if (mode === 'off') return () => {}
  return (operation, body) => {
    const validate = contract.operations[operation]?.responses['200']?.content['application/json']?.validate
    const problems = validate?.(body).map(({ pointer, message }) => `${pointer || 'the whole'} ${message}`) ?? []
    if (problems.length === 0) return
    const text = `The response to ${operation} does not match the contract: ${problems.join('; ')}`
    if (mode === 'throw') throw new ContractViolationError(text)
    warn(text)
  }
}
