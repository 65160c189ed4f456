import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Builds the site as `npm run site` does, before all proofs. */
export async function setup(): Promise<void> {
  const main = join(import.meta.dirname, '../build/main.ts')
  await promisify(execFile)(process.execPath, ['--conditions=@partner-upgrades/source', main], { maxBuffer: 1e8 })
}
