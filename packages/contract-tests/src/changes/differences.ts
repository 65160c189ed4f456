import { compare, type Diff } from 'api-smart-diff'
import type { JsonObject } from '../json.ts'
import { documentRules } from './document-rules.ts'

/** The differences of two documents in their plain form, as the library finds and judges them by our rules. */
export function differencesOf(before: JsonObject, after: JsonObject): readonly Diff[] {
  return compare(before, after, { rules: documentRules(before, after) }).diffs
}
