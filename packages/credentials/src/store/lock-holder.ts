import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { parseJson } from '../shared/json.ts'
import { codeOf } from './store-error.ts'

/** The holder of a lock, as written in the lock file. */
export interface LockHolder {
  /** The ID of the lock, which no earlier or later lock shares. */
  readonly id: string
  /** The process ID. */
  readonly pid: number
  /** The host name of the machine or container, for error messages. */
  readonly host: string
  /** The scope in which the process ID is unique: the boot ID of the kernel and the PID namespace. */
  readonly scope: string
  /** When the process started, in the system's unit; empty if unknown. */
  readonly start: string
}

/** Describes this process as the holder of a new lock. */
export function createLockHolder(): LockHolder {
  return {
    id: randomUUID(),
    pid: process.pid,
    host: hostname(),
    scope: processScope(),
    start: startOf(process.pid) ?? '',
  }
}

/** Parses the content of a lock file; `undefined` if this package did not write it. */
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

/** Whether the process is still running; `undefined` if it is not visible from here, for instance in another container. */
export function isRunning({ pid, scope, start }: LockHolder): boolean | undefined {
  if (scope !== processScope()) return undefined
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Any other error means that the process exists.
    if (codeOf(error) === 'ESRCH') return false
  }
  const now = startOf(pid)
  if (now === undefined || start === '') return now !== ended
  // Another process may have been assigned the same ID in the meantime.
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

/** Replaces the start time of a zombie: a process that has ended but whose parent has not waited for it. */
const ended = 'ended'

/** Returns when a process started, in the system's unit; `undefined` if unknown. */
function startOf(pid: number): string | undefined {
  try {
    return startIn(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Reads the start time of a process from its `/proc/[pid]/stat`.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export function startIn(stat: string): string | undefined {
  // The name before these fields may contain anything, even parentheses.
  const [state = '', ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return 'ZX'.includes(state) ? ended : fields[18]
}
