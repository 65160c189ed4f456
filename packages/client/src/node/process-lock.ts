import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseObject } from '../values/json.ts'
import { hasCode } from './error-code.ts'
import { currentProcess, isRunning, type ProcessIdentity } from './process-identity.ts'

/** Who holds a lock. */
export interface LockHolder {
  /** What tells this holding from all others. */
  readonly id: string
  /** The process that holds it. */
  readonly process: ProcessIdentity
  /** What the process is doing, for people. */
  readonly purpose: string
  /** Since when, as an ISO 8601 time in UTC. */
  readonly since: string
}

/** A lock that is held. */
export interface HeldLock {
  /** Lets go of it. */
  release(): void
}

/**
 * Takes a lock that is held by one process of this machine at a time, until it is released or the process ends; a process that is
 * stopped keeps it.
 *
 * The lock is a chain of files: a process that finds a dead holder creates the file that succeeds that very holding, which only
 * one process can. So nobody ever removes a lock that somebody else has just taken.
 *
 * @param path the first file of the chain
 * @returns the lock; or who holds it.
 * @throws what the file system throws.
 */
export function tryLock(path: string, purpose: string): HeldLock | { readonly holder: LockHolder } {
  const mine: LockHolder = {
    id: crypto.randomUUID(),
    process: currentProcess(),
    purpose,
    since: new Date().toISOString(),
  }
  for (;;) {
    let file = path
    const chain = [file]
    let first: string | undefined
    for (;;) {
      const holder = readHolder(file)
      if (!holder) {
        if (!createFile(file, mine)) continue
        // The chain is removed from its first file on. While that is there, this file succeeds the last holder.
        if (file === path || readHolder(path)?.id === first) return { release: () => removeAll(chain) }
        rmSync(file, { force: true })
        break
      }
      if (isRunning(holder.process)) return { holder }
      first ??= holder.id
      file = `${path}.${holder.id}`
      chain.push(file)
    }
  }
}

function removeAll(chain: readonly string[]): void {
  try {
    for (const file of chain) rmSync(file, { force: true })
  } catch {
    // A lock that cannot be removed ends with this process.
  }
}

function readHolder(file: string): LockHolder | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
  const holder = parseHolder(text)
  if (holder) return holder
  throw new Error(`${file} is not a lock file of this program: remove it if no other process is running`)
}

function parseHolder(text: string): LockHolder | undefined {
  const value = parseObject<LockHolder>(text)
  const { host, pid, startedAt }: Partial<ProcessIdentity> = Object(value?.process)
  const sound = typeof value?.id === 'string' && typeof host === 'string' && typeof pid === 'number'
  return sound && typeof startedAt === 'number' ? value : undefined
}

/** Creates a file with all of its content at once; `false` if there is one. */
function createFile(file: string, holder: LockHolder): boolean {
  const drafts = join(dirname(file), 'drafts')
  mkdirSync(drafts, { recursive: true, mode: 0o700 })
  const { pid, startedAt } = holder.process
  const draft = join(drafts, `${holder.id}.${pid}.${startedAt}.tmp`)
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
