import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import MiniSearch from 'minisearch'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mostResults, searchOptions } from '../browser/search/options.ts'
import { describeCommands } from '../build/commands.ts'
import { type SiteServer, serveSite } from '../serve/server.ts'
import { siteFolder } from './site.ts'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)
let server: SiteServer
beforeAll(async () => {
  server = await serveSite({ folder: siteFolder })
})
afterAll(() => server?.close())

const commands = describeCommands(root).filter(({ words }) => words.length > 0)

test('there are commands and subcommands', () => {
  expect(commands.length).toBeGreaterThan(20)
  expect(commands.filter(({ words }) => words.length > 1).length).toBeGreaterThan(5)
})

test.each(commands.map((command) => [command.words.join(' '), command] as const))(
  '`docs %s` prints the address of its page',
  async (name, { words, options, arguments: given }) => {
    const main = join(root, 'packages/cli/src/main.ts')
    const { FORCE_COLOR, ...env } = process.env
    const { stdout } = await run(process.execPath, ['--conditions=@partner-upgrades/source', main, 'docs', ...words], {
      env: { ...env, NO_COLOR: '1', PARTNER_UPGRADES_DOCS: server.url },
    })
    const response = await fetch(stdout.trim())
    const html = await response.text()
    expect(response.status, stdout).toBe(200)
    expect(html.replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(
      `>partner-upgrades ${name} <a class="header-anchor"`,
    )
    for (const { term } of [...options, ...given])
      expect(html.replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(`<strong><code>${term}</code></strong>`)
    // The navigation of every page links here.
    const home = await (await fetch(server.url)).text()
    expect(home).toContain(`href="./commands/${words.join('-')}.html"`)
  },
)

test('the search finds each command by its name', async () => {
  const script = await readFile(join(siteFolder, 'search-index.js'), 'utf8')
  const index = MiniSearch.loadJSON(JSON.parse(script.replace('globalThis.searchIndex=', '')), searchOptions)
  const shownFor = (query: string) => index.search(query).slice(0, mostResults)
  const lost = commands.flatMap(({ words, page }) => {
    const queries = [words.join(' '), `partner-upgrades ${words.join(' ')}`]
    return queries.filter((query) => !shownFor(query).some(({ id }) => id === `${page}.html`))
  })
  expect(lost).toEqual([])
})
