/**
 * What a change means to users of the API. `breaking`: something that worked may no longer work. `feature`: there is something new, and
 * everything that worked still does. `fix`: only texts have changed.
 */
export type Impact = 'breaking' | 'feature' | 'fix'

/** All impacts, the gravest first. */
export const impacts: readonly Impact[] = ['breaking', 'feature', 'fix']

/** A change of an API, with every place where it occurs. */
export interface Change {
  /** How it affects users of the API. */
  readonly impact: Impact
  /** Whom it concerns: those who send requests, those who receive responses, or both. */
  readonly side: 'request' | 'response' | 'both'
  /** What has changed, such as `lineItems[].status`. */
  readonly subject: string
  /** How it has changed; continues the subject, such as `is new`. */
  readonly what: string
  /** The operations, each with the part of the message: "getProductUpgradeStatus 200". */
  readonly places: readonly string[]
}

/** All changes from one document to another. */
export interface Comparison {
  /** The impact of the gravest change; undefined if there is none. */
  readonly impact: Impact | undefined
  /** The changes, the gravest first. */
  readonly changes: readonly Change[]
}
