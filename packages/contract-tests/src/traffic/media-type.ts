import { findMediaType, isJsonMediaType, type MediaType, parseJson as parseExactly } from '@partner-upgrades/spec'
import { parseJson } from '@partner-upgrades/spec-diff/document'

/** Returns the type to assume for a body without a `Content-Type`: JSON if the contract allows it, otherwise the first declared type. */
export function assumedType(content: Readonly<Record<string, MediaType>>): string {
  const names = Object.keys(content)
  const json = names.find(isJsonMediaType)
  if (json !== undefined || findMediaType(content, 'application/json') !== undefined) return json ?? 'application/json'
  return names[0] ?? 'application/json'
}

/** Returns the value of a body; undefined if it should be JSON but is not. */
export function bodyValue(mediaType: string, text: string): unknown {
  if (!isJsonMediaType(mediaType)) return text
  // The first parser quickly rejects deep nesting, the second preserves large integers.
  return parseJson(text) === undefined ? undefined : parseExactly(text.replace(/^\uFEFF/, ''))
}
