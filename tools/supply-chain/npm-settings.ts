import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Reads the npm settings in a folder of the workspace; empty if the folder has none. */
export function npmSettings(root: string, folder: string): string {
  const file = join(root, folder, '.npmrc')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
