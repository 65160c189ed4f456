import { isRecord } from '../values/json.ts'
import { type AnyPartnerCenterError, errorClasses, isPartnerCenterError } from './errors.ts'

/**
 * Restores an error, including its causes, from its parsed JSON.
 *
 * @returns `undefined` for anything else.
 */
export function restoreError(value: unknown): AnyPartnerCenterError | undefined {
  if (!isRecord(value)) return undefined
  const { name, message, cause, ...details } = value
  const type = Object.entries(errorClasses).find(([key]) => key === name)?.[1]
  const error = type && new type(String(message), { ...details, cause: restoreError(cause) ?? restorePlain(cause) })
  return isPartnerCenterError(error) ? error : undefined
}

function restorePlain(cause: unknown): Error | undefined {
  return isRecord(cause) ? Object.assign(new Error(String(cause.message)), { name: String(cause.name) }) : undefined
}
