import { toText } from '@partner-upgrades/client'

/** Formats a value of a response, whatever its type; `unknown` if there is none. */
export function orUnknown(value: unknown): string {
  return toText(value) ?? 'unknown'
}
