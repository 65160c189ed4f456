import { unknownName } from '../contract/errors.ts'

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
