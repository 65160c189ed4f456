import { isGuid } from '@partner-upgrades/spec'
import { MockUsageError, unknownName } from '../contract/errors.ts'

/** Every name that an object of some type may have: one that is added to the type cannot be forgotten here. */
export type NamesOf<T> = Readonly<Record<keyof T, true>>

/**
 * Holds an object to the names it may have, for callers whom no compiler warns.
 *
 * @throws MockUsageError naming those there are.
 */
export function checkKeys(kind: string, value: object, known: Readonly<Record<string, true>>): void {
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(known, name)) throw unknownName(kind, name, Object.keys(known))
  }
}

/**
 * Holds a value to those that are known; undefined is none.
 *
 * @throws MockUsageError naming those there are.
 */
export function checkValue(kind: string, value: string | undefined, known: Readonly<Record<string, true>>): void {
  if (value !== undefined && !Object.hasOwn(known, value)) throw unknownName(kind, value, Object.keys(known))
}

/**
 * Holds a value to the form of a GUID.
 *
 * @throws MockUsageError if it has another.
 */
export function checkGuid(what: string, value: string): void {
  if (!isGuid(value)) throw new MockUsageError(`${what} must be a GUID, not "${value}".`)
}
