/**
 * What a change means to whoever uses the API: `breaking`, something that worked may not work any more; `feature`, there is something
 * new to use or to know, and all that worked still does; `fix`, only texts are others.
 */
export type Impact = 'breaking' | 'feature' | 'fix'

/** From the gravest to the least. */
export const impacts: readonly Impact[] = ['breaking', 'feature', 'fix']

/** One change of an API, and each place where it shows. */
export interface Change {
  readonly impact: Impact
  /** Who notices: who sends requests, who reads answers, or both. */
  readonly side: 'request' | 'response' | 'both'
  /** What has changed, such as `lineItems[].status`. */
  readonly subject: string
  /** How it has changed. */
  readonly what: string
  /** Where: operations, with the part of the message, such as "getProductUpgradeStatus 200". */
  readonly places: readonly string[]
}

/** All changes from one document to another. */
export interface Comparison {
  /** The gravest of the changes; undefined if there is none. */
  readonly impact: Impact | undefined
  /** The gravest first. */
  readonly changes: readonly Change[]
}
