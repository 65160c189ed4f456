import { findMediaType, isJsonMediaType, type MediaType, parseJson as parseExactly } from '@partner-upgrades/spec'
import { parseJson } from '@partner-upgrades/spec-diff/document'

/** What a body without a `Content-Type` is taken for: JSON if the contract has it or allows it, else the first there is. */
export function assumedType(content: Readonly<Record<string, MediaType>>): string {
  const names = Object.keys(content)
  const json = names.find(isJsonMediaType)
  if (json !== undefined || findMediaType(content, 'application/json') !== undefined) return json ?? 'application/json'
  return names[0] ?? 'application/json'
}

/** The value of a body; undefined for one that should be JSON and is not. */
export function bodyValue(mediaType: string, text: string): unknown {
  if (!isJsonMediaType(mediaType)) return text
  // The first says quickly what is nested too deeply, the second reads large integers with care.
  return parseJson(text) === undefined ? undefined : parseExactly(text.replace(/^\uFEFF/, ''))
}
