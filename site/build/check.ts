import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = 'contract.json'

/**
 * Reads the `contract.json` of the locally built site.
 *
 * @throws Error if the site has not been built.
 */
export function readBuilt(folder: string): string {
  if (!existsSync(join(folder, file))) throw new Error('There is no site yet. Build it first: npm run site')
  return readFileSync(join(folder, file), 'utf8')
}

/**
 * Reads the `contract.json` of the site at an address.
 *
 * @throws Error if there is no such site.
 */
export async function readPublished(address: string): Promise<string> {
  const url = new URL(file, address.endsWith('/') ? address : `${address}/`)
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} responded with ${response.status}: this site is not at that address.`)
  return response.text()
}

/** Why a site does not show the contract with this hash; undefined if it does. `site` is the text of its `contract.json`. */
export function staleness(site: string, hash: string): string | undefined {
  const built = hashIn(site)
  if (built === hash) return undefined
  return `The site was built from the contract ${built.slice(0, 12)}, and the contract is now ${hash.slice(0, 12)}. Build it again: npm run site`
}

function hashIn(site: string): string {
  try {
    return String(Object(JSON.parse(site)).hash)
  } catch {
    return 'unknown'
  }
}
