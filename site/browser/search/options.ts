import type { Options } from 'minisearch'

/** A section of a page that a search can find. */
export interface SearchSection {
  /** Its address relative to the site's root. */
  readonly id: string
  /** The title of the page. */
  readonly title: string
  /** The one-sentence summary of the page, for its first section; empty for others. */
  readonly summary: string
  /** Its heading; empty for the start of a page. */
  readonly heading: string
  readonly text: string
}

/** The maximum number of results that are shown. */
export const mostResults = 12

/** Shared by indexing and search, which have to agree. */
export const searchOptions: Options<SearchSection> = {
  fields: ['title', 'summary', 'heading', 'text'],
  storeFields: ['title', 'heading'],
  searchOptions: {
    boost: { title: 4, summary: 3, heading: 3 },
    // Rank a page before its sections.
    boostDocument: (_, __, stored) => (stored?.heading === '' ? 1.5 : 1),
    prefix: true,
    fuzzy: 0.15,
    combineWith: 'AND',
  },
}
