import MiniSearch from 'minisearch'
import { type SearchSection, searchOptions } from '../browser/search/options.ts'
import { type Page, plainMarkdown } from '../pages/page.ts'
import { githubSlug, withoutCode } from './slug.ts'

/** The index of all pages, as a script that a page loads when somebody searches: a page that was opened from a file cannot fetch. */
export function searchIndexScript(pages: readonly Page[]): string {
  const index = new MiniSearch<SearchSection>(searchOptions)
  index.addAll(pages.flatMap(sectionsOf))
  return `globalThis.searchIndex=${JSON.stringify(JSON.stringify(index))}\n`
}

/** The parts of a page, from one heading to the next. */
export function sectionsOf(page: Page): readonly SearchSection[] {
  const used = new Map<string, number>()
  return withoutCode(plainMarkdown(page))
    .split(/^(?=#{1,3} )/m)
    .flatMap((part) => {
      const [, marks = '', heading = ''] = /^(#{1,3}) (.*)$/m.exec(part) ?? []
      if (heading === '') return []
      const slug = githubSlug(heading.replaceAll('`', ''))
      const times = used.get(slug) ?? 0
      used.set(slug, times + 1)
      const anchor = marks.length === 1 ? '' : `#${slug}${times === 0 ? '' : `-${times}`}`
      const text = part
        .slice(part.indexOf('\n'))
        .replaceAll(/\]\([^()]*\)/g, ']')
        .replaceAll(/[[\]*`|#>]/g, ' ')
      const isStart = marks.length === 1
      const summary = isStart ? page.summary : ''
      return [{ id: `${page.path}.html${anchor}`, title: page.title, summary, heading: isStart ? '' : heading, text }]
    })
}
