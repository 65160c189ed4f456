// `npm run site`: builds the whole site into `site/dist/site`.
import { join } from 'node:path'
import { buildSite } from './build-site.ts'

const root = join(import.meta.dirname, '../..')
const { pages, outFolder } = await buildSite(root)
console.log(`${pages.length} pages in ${outFolder}`)
