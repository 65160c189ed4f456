// Measures the pages of the built site in Chromium on this machine. Usage: npm run bench -w @partner-upgrades/site -- [--write]
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { launchChromium } from '@partner-upgrades/tools/chromium'
import { serveSite } from '../serve/server.ts'
import { judge } from './lighthouse.ts'
import { type Circumstances, type Measures, measure, measureSearch } from './measure.ts'
import { medianOf, type Row, report } from './report.ts'

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
const folder = join(import.meta.dirname, '../dist/site')
if (!existsSync(join(folder, 'contract.json'))) throw new Error('There is no site yet. Build it first: npm run site')

const rounds = 5
const pages = [
  'index',
  'operations/createProductUpgrade',
  'faults/900109',
  'life',
  'guides/command-line',
  'commands/bulk',
  'api/mocks/index',
].filter((path) => existsSync(join(folder, `${path}.html`)))
const withPlayground = 'operations/createProductUpgrade.html'

const loadBefore = loadavg()[0] ?? 0
const root = await serveSite({ folder })
const below = await serveSite({ folder, base: '/some/where/' })
const browser = await launchChromium()

/** Visits an address several times, each time uncached, and returns the medians and the best time. */
async function visits(address: string, how: Circumstances): Promise<Omit<Row, 'name'>> {
  const all: Measures[] = []
  for (let round = 0; round < rounds; round += 1) all.push(await measure(browser, address, how))
  return { measures: medianOf(all), readyAtBest: Math.min(...all.map(({ ready }) => ready)) }
}

async function rows(how: Circumstances) {
  const all = []
  for (const path of pages) all.push({ name: path, ...(await visits(`${root.url}${path}.html`, how)) })
  return all
}

const desktop = await rows({ width: 1280 })
const phone = await rows({ width: 360, slow: true })
const elsewhere = [
  { name: 'below a path', ...(await visits(below.url + withPlayground, { width: 1280 })) },
  { name: 'from a file', ...(await visits(pathToFileURL(join(folder, withPlayground)).href, { width: 1280 })) },
]
const searches: number[] = []
for (let round = 0; round < rounds; round += 1)
  searches.push(await measureSearch(browser, `${root.url}index.html`, '900109'))
await browser.close()

const verdicts = []
for (const path of pages.slice(0, 4)) verdicts.push({ name: path, ...(await judge(`${root.url}${path}.html`)) })
root.close()
below.close()

const sizes = ['playground.js', 'life.js', 'site.js', 'site.css', 'search-index.js'].map((name) => {
  const content = readFileSync(join(folder, name))
  return { name, bytes: content.length, compressed: gzipSync(content, { level: 9 }).length }
})
const text = report({ rounds, loadBefore, sizes, desktop, phone, elsewhere, searches, verdicts })
console.log(text)
if (values.write) writeFileSync(join(import.meta.dirname, '../../bench/results/site.md'), text)
