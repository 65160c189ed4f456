import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseObject } from '../values/json.ts'
import { hasCode } from './error-code.ts'
import { currentProcess, isRunning, type ProcessIdentity } from './process-identity.ts'

/** The holder of a lock. */
export interface LockHolder {
  /** Identifies this acquisition of the lock. */
  readonly id: string
  /** The process that holds it. */
  readonly process: ProcessIdentity
  /** What the process is doing, in words for people. */
  readonly purpose: string
  /** When the lock was taken, as an ISO 8601 time in UTC. */
  readonly since: string
}

/** A lock that is held. */
export interface HeldLock {
  /** Releases the lock. */
  release(): void
}

/**
 * Takes a lock that one process of this machine holds at a time, until it is released or the process ends; a process that is stopped
 * (SIGSTOP) keeps it.
 *
 * The lock is a chain of files. A process that finds a dead holder creates the file that succeeds that holder's acquisition, which only one
 * process can do. So no process ever removes a lock that another has just taken.
 *
 * @param path the first file of the chain
 * @returns the lock, or its holder.
 * @throws the errors of the file system.
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
        // A chain is removed first file first. While the first file is unchanged, this file still succeeds the last holder.
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
    // A lock that cannot be removed becomes stale when this process ends.
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

/** Creates a file atomically with its content; returns `false` if it exists. */
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
