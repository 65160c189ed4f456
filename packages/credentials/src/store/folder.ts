import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf } from './store-error.ts'

/** Creates a folder for this user only, and its parents, unless it exists. It survives a power failure. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made))
}

/** Flushes the directory entries of a folder to the disk. */
export function syncFolder(path: string): void {
  // Windows cannot open folders, and writes directory entries at once.
  if (process.platform === 'win32') return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } catch (error) {
    // The file system does not support syncing folders.
    if (codeOf(error) !== 'EINVAL' && codeOf(error) !== 'ENOTSUP') throw error
  } finally {
    closeSync(descriptor)
  }
}

/**
 * Removes the temporary files that killed processes left beside a file and its lock. Call it while holding that lock: no other process
 * needs them then.
 *
 * @param keep the prefix of the paths to keep
 */
export function removeLeftovers(path: string, keep: string): void {
  const folder = dirname(path)
  for (const name of readdirSync(folder)) {
    if (isTemporary(name, basename(path)) && !join(folder, name).startsWith(keep))
      rmSync(join(folder, name), { force: true })
  }
}

/** Matches `tokens.json.<uuid>`, `tokens.json.lock.<uuid>` and removal locks. */
function isTemporary(name: string, of: string): boolean {
  return name.startsWith(`${of}.`) && /^(\.lock)?(\.[\da-f-]{32,36})+$/.test(name.slice(of.length))
}
