import type { StoreError } from '../errors.ts'
import { cannotGoOn } from './damage.ts'
import type { SharedFile } from './shared-file.ts'

const putBack = 'Restore the original file, from a copy if necessary'

/**
 * Checks that the open file is still the one at its path, and is no shorter than what was read of it. Otherwise another worker may have
 * started a new journal beside this one.
 *
 * @throws StoreError if the file was removed, replaced or truncated.
 */
export async function checkFile(path: string, file: SharedFile, seen: number): Promise<void> {
  const { size, path: state } = await file.check()
  const what =
    state === 'removed'
      ? 'was removed or renamed'
      : state === 'replaced'
        ? 'was replaced by another file'
        : size < seen
          ? `was truncated from ${seen} to ${size} bytes`
          : undefined
  if (what) throw cannotGoOn(path, { what, remedy: putBack })
}

/** Creates the error for a file that does not contain what was just written to it. */
export function notReadBack(path: string): StoreError {
  return cannotGoOn(path, { what: 'does not hold what was just written to it', remedy: putBack })
}
