// `npm run site`: builds the whole site into `site/dist/site`. `-- --without-symbols` omits the TypeDoc pages, which take longest.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildSite } from './build-site.ts'

const { values } = parseArgs({ options: { 'without-symbols': { type: 'boolean', default: false } } })
const root = join(import.meta.dirname, '../..')
const { pages, outFolder } = await buildSite(root, { symbols: !values['without-symbols'] })
console.log(`${pages.length} pages in ${outFolder}`)
