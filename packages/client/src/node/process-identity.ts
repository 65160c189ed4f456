import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { hasCode } from './error-code.ts'

/** Identifies a process of a machine, as plain JSON: enough to check later whether it is still running. */
export interface ProcessIdentity {
  /** The host name of the machine or container. */
  readonly host: string
  /** The process ID. */
  readonly pid: number
  /** Milliseconds from boot to the start of the process; distinguishes it from a later process with the same ID. */
  readonly startedAt: number
  /** The boot ID, which differs after each restart of the machine; absent if the platform has none. */
  readonly boot?: string
}

/** Process IDs are reused: a start time that differs by more than this, in milliseconds, means another process. */
const tolerance = 2_000

/** Returns the identity of the current process. */
export function currentProcess(): ProcessIdentity {
  const boot = bootId()
  const startedAt = Math.round(startOf(process.pid) ?? 1_000 * (uptime() - process.uptime()))
  return { host: hostname(), pid: process.pid, startedAt, ...(boot && { boot }) }
}

/**
 * Whether a process is still running. A stopped one (SIGSTOP) is; one on another machine counts as running, because this cannot be checked.
 */
export function isRunning({ host, pid, startedAt, boot }: ProcessIdentity): boolean {
  if (host !== hostname()) return true
  if (boot !== bootId()) return false
  // Without a boot ID, a start time beyond the current uptime must be from an earlier boot.
  if (startedAt > 1_000 * uptime() + tolerance) return false
  try {
    // Signal 0 is not delivered; it only checks that the process exists.
    process.kill(pid, 0)
  } catch (error) {
    // Without permission to signal it, the process still exists.
    if (!hasCode(error, 'EPERM')) return false
  }
  const start = startOf(pid)
  return start === undefined || Math.abs(start - startedAt) <= tolerance
}

/** Milliseconds since boot: the same for all processes of the machine, and unaffected by changes of the clock. */
export function machineTime(): number {
  return Math.round(1_000 * uptime())
}

/** The ID of the current boot; Linux only. */
function bootId(): string | undefined {
  return readLine('/proc/sys/kernel/random/boot_id')
}

/** When a process started, in milliseconds since boot; Linux only. Read from field 22 of `stat`, in hundredths of a second. */
function startOf(pid: number): number | undefined {
  const stat = readLine(`/proc/${pid}/stat`)
  // The name, in parentheses, may contain any character.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields?.[19])
  // A zombie has ended, though its parent has not collected its exit status yet.
  return fields?.[0] === 'Z' ? Number.NEGATIVE_INFINITY : Number.isFinite(ticks) ? ticks * 10 : undefined
}

function readLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
