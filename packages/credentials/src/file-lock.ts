import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { codeOf } from './file-errors.ts'

/** What a holder does is synchronous and takes milliseconds: one that has taken so long is dead. */
const dead = 10_000

/**
 * Does something while no other process holds the lock.
 *
 * @param path the lock file; it is gone afterwards, and a dead process' is cleared away
 */
export async function withLock<T>(path: string, work: () => T): Promise<T> {
  const mine = randomUUID()
  while (!take(path, mine)) {
    clearIfDead(path)
    await setTimeout(5 + 20 * Math.random())
  }
  try {
    return work()
  } finally {
    if (read(path) === mine) rmSync(path, { force: true })
  }
}

function take(path: string, mine: string): boolean {
  try {
    writeFileSync(path, mine, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function clearIfDead(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || Math.abs(Date.now() - found.mtimeMs) < dead) return
  // Moved aside to look at it again: somebody else may have cleared it first, and a third taken the lock.
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
    if (statSync(aside).ino !== found.ino) linkSync(aside, path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
