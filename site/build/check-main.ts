// `npm run site:check`: fails if the built site, or the one at an address, shows a contract other than the one in this checkout.
import { join } from 'node:path'
import { contract } from '@partner-upgrades/spec/contract'
import { readBuilt, readPublished, staleness } from './check.ts'

const [address] = process.argv.slice(2)
try {
  const site =
    address === undefined ? readBuilt(join(import.meta.dirname, '../dist/site')) : await readPublished(address)
  const stale = staleness(site, contract.hash)
  if (stale !== undefined) throw new Error(stale)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
