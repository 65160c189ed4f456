import MiniSearch from 'minisearch'
import { expect, test } from 'vitest'
import { searchOptions } from '../browser/search/options.ts'
import type { Page } from '../pages/page.ts'
import { searchIndexScript, sectionsOf } from './search-index.ts'

const page: Page = {
  path: 'guides/a',
  title: 'A guide',
  summary: '',
  group: undefined,
  markdown:
    '# A guide\n\nStart.\n\n## Crashes, and `more`\n\n```sh\n# no heading\nrun this\n```\n\n## Twice\n\nx\n\n## Twice\n\ny\n',
}

test('each section of a page is indexed with its anchor, and comments in code are not headings', () => {
  expect(sectionsOf(page).map(({ id, heading }) => [id, heading])).toEqual([
    ['guides/a.html', ''],
    ['guides/a.html#crashes-and-more', 'Crashes, and `more`'],
    ['guides/a.html#twice', 'Twice'],
    ['guides/a.html#twice-1', 'Twice'],
  ])
})

test('the index finds a section by a prefix or a misspelt word, without a server', () => {
  const json: string = JSON.parse(/^globalThis\.searchIndex=(.*)$/m.exec(searchIndexScript([page]))?.[1] ?? '""')
  const index = MiniSearch.loadJSON(json, searchOptions)
  for (const query of ['crash', 'crashs', 'run thi'])
    expect(index.search(query)[0]?.id, query).toBe('guides/a.html#crashes-and-more')
  expect(index.search('elephant')).toEqual([])
})
