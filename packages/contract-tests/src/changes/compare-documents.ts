import type { Diff } from 'api-smart-diff'
import { type JsonObject, objectAt } from '../json.ts'
import { type Change, type Comparison, type Impact, impacts } from './change.ts'
import { differencesOf } from './differences.ts'
import { toPlainDocument } from './plain-document.ts'
import { type Names, spotOf } from './spot.ts'
import { wordsOf } from './words.ts'

/**
 * Compares two OpenAPI 3 documents, and tells each change in terms of who sends requests and who receives answers. A change of a request is
 * breaking if a request that was right may now be refused; one of an answer, if a receiver may get what it was not told of, or miss what it
 * was told of.
 *
 * @throws {UsageError} if a reference in one of them cannot be followed.
 */
export function compareDocuments(before: JsonObject, after: JsonObject): Comparison {
  const [old, now] = [toPlainDocument(before), toPlainDocument(after)]
  const names = namesIn(now, old)
  const found = differencesOf(old, now).flatMap((diff) => changeOf(diff, names))
  const changes = grouped(found.length > 0 || same(before, after) ? found : [otherwise])
  return { impact: impacts.find((impact) => changes.some((change) => change.impact === impact)), changes }
}

const otherwise: Change = {
  impact: 'fix',
  side: 'both',
  subject: 'the document',
  what: 'is written in another way, or has other parts that no operation uses',
  places: ['document'],
}

/** What nobody can judge has to be looked at, as if it were breaking. */
const impactOf: Readonly<Record<Diff['type'], Impact>> = {
  breaking: 'breaking',
  unclassified: 'breaking',
  'non-breaking': 'feature',
  deprecated: 'feature',
  annotation: 'fix',
}

function changeOf(diff: Diff, names: Names): readonly Change[] {
  const spot = spotOf(diff.path.map(String), names)
  const { side, subject, place, tail } = spot
  // A property of the other direction only: nobody here can see it.
  if (tail[0] === 'property' && diff.type === 'annotation') return []
  return [{ impact: impactOf[diff.type], side, subject, what: wordsOf(diff, spot), places: [place] }]
}

/** The same change in several places is one. */
function grouped(changes: readonly Change[]): readonly Change[] {
  const byWords = new Map<string, Change>()
  for (const change of changes) {
    const words = JSON.stringify({ ...change, places: [] })
    const places = [...(byWords.get(words)?.places ?? []), ...change.places]
    byWords.set(words, { ...change, places: [...new Set(places)] })
  }
  return [...byWords.values()].sort((one, other) => impacts.indexOf(one.impact) - impacts.indexOf(other.impact))
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
