import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf } from './store-error.ts'

/** Makes a folder for this user alone, and those above it, unless it is there. It outlasts a power cut. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made))
}

/** Waits until the names in a folder are on the disk. */
export function syncFolder(path: string): void {
  // Windows opens no folders, and writes their names at once.
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } catch (error) {
    // The file system knows no such thing.
    if (codeOf(error) !== 'EINVAL' && codeOf(error) !== 'ENOTSUP') throw error
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Removes the temporary files that killed processes left beside a file and its lock. For whoever holds that lock: nobody else needs one of
 * them then.
 *
 * @param keep the beginning of names that stay
 */
export function removeLeftovers(path: string, keep: string): void {
  const folder = dirname(path)
  for (const name of readdirSync(folder)) {
    if (isTemporary(name, basename(path)) && !join(folder, name).startsWith(keep))
      rmSync(join(folder, name), { force: true })
  }
}

/** `tokens.json.<uuid>`, `tokens.json.lock.<uuid>` and the locks under which locks are removed. */
function isTemporary(name: string, of: string): boolean {
  return name.startsWith(`${of}.`) && /^(\.lock)?(\.[\da-f-]{32,36})+$/.test(name.slice(of.length))
}
