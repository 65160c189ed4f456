import { isObject, type JsonObject } from '@partner-upgrades/spec-diff/document'

// Limits that keep a report small, however large the responses are.
const mostReasons = 20
const longestReason = 500

/** Limits reasons to 20, each on one line of at most 500 characters. */
export function limitReasons(reasons: readonly string[]): readonly string[] {
  const kept = reasons.slice(0, mostReasons).map((reason) => {
    const text = reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason
    return text.replaceAll(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
  })
  return reasons.length > mostReasons ? [...kept, `… and ${reasons.length - mostReasons} more`] : kept
}

/** Reduces a body to the members that distinguish examples: status, code and booleans. Undefined if it is not an object. */
export function limitBody(body: unknown): JsonObject | undefined {
  if (!isObject(body)) return undefined
  const telling = Object.entries(body).filter(
    ([name, value]) =>
      typeof value === 'boolean' ||
      ((name === 'status' || name === 'code') && (typeof value === 'number' || isShort(value))),
  )
  return Object.fromEntries(telling)
}

function isShort(value: unknown): boolean {
  return typeof value === 'string' && value.length <= longestReason
}
