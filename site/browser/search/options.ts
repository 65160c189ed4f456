import type { Options } from 'minisearch'

/** A part of a page that a search can find. */
export interface SearchSection {
  /** Its address below the site's root. */
  readonly id: string
  /** The title of the page. */
  readonly title: string
  /** What the page says of itself in one sentence, at its start; else empty. */
  readonly summary: string
  /** Its heading; empty for the start of a page. */
  readonly heading: string
  readonly text: string
}

/** So many of the parts that are found are shown. */
export const mostResults = 12

/** How pages are indexed and found: both sides have to agree. */
export const searchOptions: Options<SearchSection> = {
  fields: ['title', 'summary', 'heading', 'text'],
  storeFields: ['title', 'heading'],
  searchOptions: {
    boost: { title: 4, summary: 3, heading: 3 },
    // A page before its parts.
    boostDocument: (_, __, stored) => (stored?.heading === '' ? 1.5 : 1),
    prefix: true,
    fuzzy: 0.15,
    combineWith: 'AND',
  },
}
