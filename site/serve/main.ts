// `npm run site:serve`: serves the site that `npm run site` has built.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serveSite } from './server.ts'

const folder = join(import.meta.dirname, '../dist/site')
const { values } = parseArgs({ options: { port: { type: 'string', default: '4020' } } })
if (existsSync(join(folder, 'index.html'))) {
  const { url } = await serveSite({ folder, port: Number(values.port) })
  console.log(`The site is at ${url}`)
} else {
  console.error('There is no site yet. Build it first: npm run site')
  process.exitCode = 1
}
