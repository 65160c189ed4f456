/**
 * The effect of a change on users of the API. `breaking`: something that worked may no longer work. `feature`: something is new, and
 * everything that worked still works. `fix`: only texts have changed.
 */
export type Impact = 'breaking' | 'feature' | 'fix'

/** All impacts, the most severe first. */
export const impacts: readonly Impact[] = ['breaking', 'feature', 'fix']

/** A change in an API, with every place where it occurs. */
export interface Change {
  /** The effect on users of the API. */
  readonly impact: Impact
  /** Who is affected: senders of requests, receivers of responses, or both. */
  readonly side: 'request' | 'response' | 'both'
  /** The part that has changed, such as `lineItems[].status`. */
  readonly subject: string
  /** The change, in words that continue the subject, such as `is new`. */
  readonly what: string
  /** The affected operations, each with the part of its messages: "getProductUpgradeStatus 200". */
  readonly places: readonly string[]
}

/** All changes from one document to another. */
export interface Comparison {
  /** The impact of the most severe change; undefined if there are no changes. */
  readonly impact: Impact | undefined
  /** The changes, the most severe first. */
  readonly changes: readonly Change[]
}
