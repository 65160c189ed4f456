import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { parseJson } from '../shared/json.ts'
import { codeOf } from './store-error.ts'

/** Who holds a lock, as the lock file says it. */
export interface LockHolder {
  /** Of this lock, and of no other before or after it. */
  readonly id: string
  /** The process. */
  readonly pid: number
  /** The machine or container, for people. */
  readonly host: string
  /** Where process IDs mean the same as here: a kernel since it booted, and a PID namespace of it. */
  readonly scope: string
  /** When the process started, as the system counts it; empty where the system does not tell. */
  readonly start: string
}

/** This process as the holder of a new lock. */
export function createLockHolder(): LockHolder {
  return {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    scope: processScope(),
    start: startOf(process.pid) ?? '',
  }
}

/** Reads what a lock file says; `undefined` if this package did not write it. */
export function parseLockHolder(text: string): LockHolder | undefined {
  const value = parseJson(text)
  return isLockHolder(value) ? value : undefined
}

function isLockHolder(value: unknown): value is LockHolder {
  const { id, pid, host, scope, start }: Partial<Record<keyof LockHolder, unknown>> = Object(value)
  return (
    Number.isSafeInteger(pid) && Number(pid) > 0 && [id, host, scope, start].every((text) => typeof text === 'string')
  )
}

/** Whether the process still runs; `undefined` if that cannot be seen from here, as from another container. */
export function isRunning({ pid, scope, start }: LockHolder): boolean | undefined {
  if (scope !== processScope()) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Any other error is about a process that exists.
    if (codeOf(error) === 'ESRCH') return false
  }
  const now = startOf(pid)
  if (now === undefined || start === '') return now !== ended
  // Another process may have got the same ID in the meantime.
  return now === start
}

function processScope(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

/** In the place of its start, for a process whose parent has not taken note of its end. */
const ended = 'ended'

/** When a process started, as the system counts it; `undefined` where the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    return startIn(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * When a process started, by what the system says of it in `stat`.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function startIn(stat: string): string | undefined {
  // The name before them may hold anything, parentheses as well.
  const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return 'ZX'.includes(state) ? ended : fields[18]
}
