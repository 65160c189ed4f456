import type { FaultDefinition } from '@partner-upgrades/spec'
import { faults } from '@partner-upgrades/spec/faults'
import type { Reason } from '../store/journal-entry.ts'

/** The maximum length of a text to compare, in UTF-16 code units: several times the longest one in the catalogue. */
const longestText = 4_096

/** The texts of the catalogue, split at their placeholders. */
const texts = Object.values(faults).flatMap((fault) =>
  [fault.text, ...fault.earlierTexts].map((text): readonly [readonly string[], FaultDefinition] => [
    plainWording(text).split(/\{\d\}/),
    fault,
  ]),
)

/**
 * Looks up a reason in the fault catalogue. If the service gives no code, as with eligibility, the text is compared instead: that gives
 * the reader more information, and keeps `--only-failed` from retrying what cannot succeed. It never leads to a create.
 */
export function faultOf({ code, text }: Reason): FaultDefinition | undefined {
  if (code !== undefined) return Object.values(faults).find((fault) => fault.code === code)
  if (text.length > longestText) return undefined
  const plain = plainWording(text)
  return texts.find(([parts]) => fits(plain, parts))?.[1]
}

/** Normalizes wordings that differ between Microsoft's tables of 2021 and 2023: "cannot" and "can't", "Please try" and "Try". */
function plainWording(text: string): string {
  return text
    .toLowerCase()
    .replace(/can['’]t\b/g, 'cannot')
    .replace(/(is|was|does)n['’]t\b/g, '$1 not')
    .replace(/please try/g, 'try')
}

/** Whether a text consists of these parts, on one line, with at least one character between any two; in linear time. */
function fits(text: string, [first = '', ...rest]: readonly string[]): boolean {
  const last = rest.pop()
  if (last === undefined) return text === first
  if (!text.startsWith(first) || !text.endsWith(last) || /[\n\r\u2028\u2029]/.test(text)) return false
  let place = first.length
  for (const part of rest) {
    // The earliest match leaves the most room for the remaining parts.
    const found = text.indexOf(part, place + 1)
    if (found < 0) return false
    place = found + part.length
  }
  return place + 1 <= text.length - last.length
}
