import { compare, type Diff } from 'api-smart-diff'
import { alignDocuments } from './align-documents.ts'
import { type Comparison, type Impact, impacts } from './change.ts'
import { type FoundChange, groupChanges } from './change-groups.ts'
import { locateChange, type Names } from './change-location.ts'
import type { NamedDiff } from './compare-references.ts'
import { describeChange } from './describe-change.ts'
import { documentRules } from './document-rules.ts'
import { withoutImplied } from './implied-diffs.ts'
import { type JsonObject, objectAt } from './json.ts'
import { normalizeDocument } from './normalize-document.ts'

/**
 * Compares two OpenAPI 3.0 or 3.1 documents. A change in a request is breaking if a request that was valid may now be rejected; a change in
 * a response, if a response may contain something undocumented, or lack something documented.
 *
 * @throws {DocumentError} if one of them has another version, or if a reference in it cannot be resolved.
 */
export function compareDocuments(before: JsonObject, after: JsonObject): Comparison {
  const [old, now] = alignDocuments(normalizeDocument(before), normalizeDocument(after))
  const names = namesIn(now, old)
  const { diffs } = compare(old, now, { rules: documentRules(old, now) })
  const found = withoutImplied(diffs).flatMap((diff) => toChange(diff, names))
  const changes = groupChanges(found.length > 0 || same(before, after) ? found : [otherwise])
  return { impact: impacts.find((impact) => changes.some((change) => change.impact === impact)), changes }
}

const otherwise: FoundChange = {
  origin: undefined,
  impact: 'fix',
  side: 'both',
  subject: 'the document',
  what: 'is written differently, or differs in parts that no operation uses',
  places: ['document'],
}

/** The impact by the library's type. A change that cannot be judged counts as breaking, so that it gets reviewed. */
const impactOf: Readonly<Record<Diff['type'], Impact>> = {
  breaking: 'breaking',
  unclassified: 'breaking',
  'non-breaking': 'feature',
  deprecated: 'feature',
  annotation: 'fix',
}

function toChange(diff: NamedDiff, names: Names): readonly FoundChange[] {
  const location = locateChange(diff.path.map(String), names)
  const { side, subject, place, tail } = location
  const { origin } = diff
  // The property is only sent in the other direction.
  if (tail[0] === 'property' && diff.type === 'annotation') return []
  return [{ impact: impactOf[diff.type], side, subject, what: describeChange(diff, location), places: [place], origin }]
}

function namesIn(...documents: readonly JsonObject[]): Names {
  const find = (path: readonly string[], name: string): string | undefined =>
    documents.map((document) => path.reduce(objectAt, document)[name]).find((value) => typeof value === 'string')
  return {
    operation: (key) => {
      const named = find(['operations', key], 'operationId')
      return named ?? `${key.split(' ')[0]} ${find(['operations', key], 'path')}`
    },
    value: (...path) => find(['operations', ...path], 'name') ?? '',
  }
}

function same(before: JsonObject, after: JsonObject): boolean {
  const withoutVersion = (document: JsonObject) => ({
    ...document,
    info: { ...objectAt(document, 'info'), version: '' },
  })
  return JSON.stringify(withoutVersion(before)) === JSON.stringify(withoutVersion(after))
}
