import { MockUsageError } from './errors.ts'

/** The preferences for the mock in a `Prefer` header. */
export interface Preference {
  /** The status to respond with. */
  readonly code?: number
  /** The name of the example to respond with. */
  readonly example?: string
}

const preference = /(?:^|[,;])\s*(code|example)\s*=\s*(?:"([^"]*)"|([^\s,;]*))/gi

/**
 * Parses `Prefer: code=429, example=throttled`; returns undefined if it has neither. Other preferences are ignored.
 *
 * @throws MockUsageError if the code is not a status.
 */
export function parsePrefer(header: string | null): Preference | undefined {
  if (header === null) return undefined
  let found: { code?: number; example?: string } | undefined
  for (const [, name, quoted, bare] of header.matchAll(preference)) {
    found ??= {}
    const value = quoted ?? bare ?? ''
    if (name?.toLowerCase() !== 'code') found.example = value
    else if (/^\d{3}$/.test(value)) found.code = Number(value)
    else throw new MockUsageError(`Prefer: code="${value}" is not a status; use three digits, as in Prefer: code=429.`)
  }
  return found
}
