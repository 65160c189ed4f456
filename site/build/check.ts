import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = 'contract.json'

/**
 * What a site that was built here says of its contract.
 *
 * @throws Error if there is none.
 */
export function readBuilt(folder: string): string {
  if (!existsSync(join(folder, file))) throw new Error('There is no site yet. Build it first: npm run site')
  return readFileSync(join(folder, file), 'utf8')
}

/**
 * What the site at an address says of its contract.
 *
 * @throws Error if there is none.
 */
export async function readPublished(address: string): Promise<string> {
  const url = new URL(file, address.endsWith('/') ? address : `${address}/`)
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} was answered ${response.status}: there is no site of ours at this address.`)
  return response.text()
}

/** Why a site does not show the contract with this hash; undefined if it does. `site` is what it says of its contract. */
export function staleness(site: string, hash: string): string | undefined {
  const built = hashIn(site)
  if (built === hash) return undefined
  return `The site was made from the contract ${built.slice(0, 12)}, and the contract is now ${hash.slice(0, 12)}. Build it again: npm run site`
}

function hashIn(site: string): string {
  try {
    return String(Object(JSON.parse(site)).hash)
  } catch {
    return 'unknown'
  }
}
