import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Why a built site does not show the contract with this hash; undefined if it does. */
export function staleness(folder: string, hash: string): string | undefined {
  const file = join(folder, 'contract.json')
  if (!existsSync(file)) return 'There is no site yet. Build it first: npm run site'
  const built: unknown = Object(JSON.parse(readFileSync(file, 'utf8'))).hash
  if (built === hash) return undefined
  return `The site was made from the contract ${String(built).slice(0, 12)}, and the contract is now ${hash.slice(0, 12)}. Build it again: npm run site`
}
