import MiniSearch from 'minisearch'
import { type SearchSection, searchOptions } from '../browser/search/options.ts'
import { type Page, plainMarkdown } from '../pages/page.ts'
import { sectionsIn } from '../pages/sections.ts'

/** The index of all pages, as a script that a page loads on the first search: a page opened from a file cannot fetch. */
export function searchIndexScript(pages: readonly Page[]): string {
  const index = new MiniSearch<SearchSection>(searchOptions)
  index.addAll(pages.flatMap(sectionsOf))
  return `globalThis.searchIndex=${JSON.stringify(JSON.stringify(index))}\n`
}

/** Splits a page into searchable sections, from one heading to the next. */
export function sectionsOf(page: Page): readonly SearchSection[] {
  return sectionsIn(plainMarkdown(page)).map(({ level, heading, anchor, text }) => {
    const isStart = level === 1
    return {
      id: `${page.path}.html${anchor}`,
      title: page.title,
      summary: isStart ? page.summary : '',
      heading: isStart ? '' : heading,
      text: text.replaceAll(/\]\([^()]*\)/g, ']').replaceAll(/[[\]*`|#>]/g, ' '),
    }
  })
}
