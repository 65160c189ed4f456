import { type Clock, systemClock } from '../shared/clock.ts'
import { CredentialError } from '../shared/errors.ts'
import { type FoundLock, findLock, removalLockOf, removeLock, takeLock } from './lock-file.ts'
import { isRunning } from './lock-holder.ts'

/**
 * Milliseconds after which a holder that cannot be seen is dead, and one that can be is stuck: what it does is synchronous and takes
 * milliseconds.
 */
const dead = 10_000

/**
 * Does something while no other process holds the lock.
 *
 * @param path the lock file; it is gone afterwards, and that of a dead process is removed
 * @param work called with the ID of the lock
 * @throws CredentialError if something else is in the place of the lock, or its holder is stuck.
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
    // Since a clock may be wrong, a lock is old as well if it has not changed for so long.
    const isOld = now - Math.min(found.since, watched.since) >= dead
    const running = found.holder && isRunning(found.holder)
    if (running === false || (running === undefined && isOld)) {
      // One process at a time removes this lock. Whoever comes later finds it gone, and leaves alone what is there in its place.
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
