import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { siteFolder } from './site.ts'

const read = (file: string): string => readFileSync(join(siteFolder, file), 'utf8')
const pages = new Map(globSync('**/*.html', { cwd: siteFolder }).map((file) => [file, read(file)]))
const anchors = new Map(
  [...pages].map(([file, html]) => [file, new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]),
)

/** The file and anchor that a link of a page leads to; undefined for a link to another site. */
function target(from: string, link: string): { file: string; anchor: string } | undefined {
  if (/^[a-z]+:/i.test(link)) return undefined
  const [path = '', anchor = ''] = link.replaceAll('&amp;', '&').split('#')
  return {
    file: path === '' ? from : normalize(join(dirname(from), decodeURIComponent(path))),
    anchor: decodeURIComponent(anchor),
  }
}

test('every link of every page leads to a file and an anchor that exist', () => {
  let followed = 0
  const lost = [...pages].flatMap(([from, html]) =>
    [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, link = '']) => {
      const to = target(from, link)
      if (to === undefined) return []
      followed += 1
      if (!existsSync(join(siteFolder, to.file))) return [`${from}: ${link}`]
      const known = to.anchor === '' || anchors.get(to.file)?.has(to.anchor)
      return known ? [] : [`${from}: ${link}`]
    }),
  )
  expect(pages.size).toBeGreaterThan(50)
  expect(followed).toBeGreaterThan(1_000)
  expect(lost).toEqual([])
})

test('no link starts at the root of the server', () => {
  expect([...pages].filter(([, html]) => / (?:href|src)="\/(?!\/)/.test(html)).map(([file]) => file)).toEqual([])
})

test('each page has a Markdown version, and its links lead to files that exist', () => {
  const lost = [...pages.keys()].flatMap((page) => {
    const file = page.replace(/\.html$/, '.md')
    if (!existsSync(join(siteFolder, file))) return [file]
    return [...read(file).matchAll(/\]\(((?!https?:|#|\/)[^)\s]+\.md)(?:#[^)]*)?\)/g)]
      .filter(([, link = '']) => !existsSync(join(siteFolder, dirname(file), link)))
      .map(([, link]) => `${file}: ${link}`)
  })
  expect(lost).toEqual([])
})

test('llms.txt names every page', () => {
  const named = [...read('llms.txt').matchAll(/\]\(([^)]*)\.md\)/g)].map(([, path]) => `${path}.html`)
  expect(named.sort()).toEqual([...pages.keys()].sort())
})

test('the search finds each fault by its code and by its text', async () => {
  const { default: MiniSearch } = await import('minisearch')
  const { searchOptions } = await import('../browser/search/options.ts')
  const json: string = JSON.parse(read('search-index.js').replace('globalThis.searchIndex=', ''))
  const index = MiniSearch.loadJSON(json, searchOptions)
  for (const { code, text } of Object.values(contract.faults)) {
    expect(index.search(code)[0]?.id, code).toBe(`faults/${code}.html`)
    const found = index.search(text.replaceAll(/\{\d\}/g, '')).map(({ id }) => String(id).split('#')[0])
    expect(found.slice(0, 8), text).toContain(`faults/${code}.html`)
  }
})

test('the list of faults and the page of each fault show the whole text, placeholders included', () => {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const lost = Object.values(contract.faults).flatMap(({ code, text }) =>
    ['faults/index.html', `faults/${code}.html`].filter((file) => {
      const shown = (pages.get(file) ?? '').replaceAll(/&#39;|[’‘]/g, "'")
      return !shown.includes(escaped(text))
    }),
  )
  expect(lost).toEqual([])
})

test('the catalogue and the contract are published as JSON', () => {
  expect(JSON.parse(read('faults.json'))).toEqual(JSON.parse(JSON.stringify(contract.faults)))
  expect(JSON.parse(read('contract.json'))).toEqual({ hash: contract.hash, version: contract.version })
})
