import { type Clock, systemClock } from '../shared/clock.ts'
import { CredentialError } from '../shared/errors.ts'
import { type FoundLock, findLock, removalLockOf, removeLock, takeLock } from './lock-file.ts'
import { isRunning } from './lock-holder.ts'

/**
 * How long a lock may be held, in milliseconds, before a holder that is not visible counts as dead, and a running one as stuck: the
 * work under a lock is synchronous and takes milliseconds.
 */
const dead = 10_000

/**
 * Runs `work` while holding the lock.
 *
 * @param path the lock file, which is removed afterwards; the stale lock of a dead process is removed first
 * @param work called with the ID of the lock
 * @throws CredentialError if something other than a lock file is at the path, or if its holder is stuck.
 */
export async function withLock<T>(path: string, work: (id: string) => T, clock: Clock = systemClock): Promise<T> {
  const id = await acquire(path, clock)
  try {
    return work(id)
  } finally {
    removeLock(path, id)
  }
}

async function acquire(path: string, clock: Clock): Promise<string> {
  let watched: { readonly id: string; readonly since: number } | undefined
  for (;;) {
    const found = findLock(path)
    if (!found) {
      const id = takeLock(path)
      if (id !== undefined) return id
      continue
    }
    const now = clock.now()
    if (watched?.id !== found.id) watched = { id: found.id, since: now }
    // Clocks may be wrong, so a lock also counts as old if this process has seen it unchanged for that long.
    const isOld = now - Math.min(found.since, watched.since) >= dead
    const running = found.holder && isRunning(found.holder)
    if (running === false || (running === undefined && isOld)) {
      // Only one process at a time removes this lock. A later one finds another lock ID, or none, and removes nothing.
      await withLock(removalLockOf(path, found.id), () => removeLock(path, found.id), clock)
      continue
    }
    if (now - watched.since >= dead) throw stuck(path, found)
    await clock.sleep(5 + 20 * Math.random())
  }
}

function stuck(path: string, { holder }: FoundLock): CredentialError {
  return new CredentialError(
    'store',
    `The lock ${path} has been held for more than ${dead / 1_000} seconds by process ${holder?.pid} on ${holder?.host}: end that process, or remove the lock if it is another program's`,
  )
}
