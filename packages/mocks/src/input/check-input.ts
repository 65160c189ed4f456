import { isGuid } from '@partner-upgrades/spec'
import { MockUsageError, unknownName } from '../contract/errors.ts'

/** Every property name of a type: the compiler reports a new property that is missing here. */
export type NamesOf<T> = Readonly<Record<keyof T, true>>

/**
 * Checks that an object has only known properties, for callers without a type checker.
 *
 * @throws MockUsageError listing the known names.
 */
export function checkKeys(kind: string, value: object, known: Readonly<Record<string, true>>): void {
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(known, name)) throw unknownName(kind, name, Object.keys(known))
  }
}

/**
 * Checks that a value is a known one; undefined passes.
 *
 * @throws MockUsageError listing the known values.
 */
export function checkValue(kind: string, value: string | undefined, known: Readonly<Record<string, true>>): void {
  if (value !== undefined && !Object.hasOwn(known, value)) throw unknownName(kind, value, Object.keys(known))
}

/**
 * Checks that a value is a GUID.
 *
 * @throws MockUsageError if it is not.
 */
export function checkGuid(what: string, value: string): void {
  if (!isGuid(value)) throw new MockUsageError(`${what} must be a GUID, not "${value}".`)
}
