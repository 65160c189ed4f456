import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'
import { hasCode } from './error-code.ts'

/** Which process of which machine did something, as plain JSON: enough to find out later whether it still runs. */
export interface ProcessIdentity {
  /** The machine, or the container. */
  readonly host: string
  /** The process ID. */
  readonly pid: number
  /** Milliseconds from the start of the machine to the start of the process; they tell a process from a later one with the same ID. */
  readonly startedAt: number
  /** What tells one start of the machine from another, where the platform says. */
  readonly boot?: string
}

/** Process IDs are reused; a process that started this much later is another one, in milliseconds. */
const tolerance = 2_000

/** The process this runs in. */
export function currentProcess(): ProcessIdentity {
  const boot = bootId()
  const startedAt = Math.round(startOf(process.pid) ?? 1_000 * (uptime() - process.uptime()))
  return { host: hostname(), pid: process.pid, startedAt, ...(boot && { boot }) }
}

/**
 * Whether a process still runs. One that is stopped (SIGSTOP) does; one on another machine counts as running, because nobody here can tell.
 */
export function isRunning({ host, pid, startedAt, boot }: ProcessIdentity): boolean {
  if (host !== hostname()) return true
  if (boot !== bootId()) return false
  // Without a boot ID, a start after the machine's own age gives an earlier boot away.
  if (startedAt > 1_000 * uptime() + tolerance) return false
  try {
    // Signal 0 is not delivered; it only asks.
    process.kill(pid, 0)
  } catch (error) {
    // Without permission to signal it, it is there all the same.
    if (!hasCode(error, 'EPERM')) return false
  }
  const start = startOf(pid)
  return start === undefined || Math.abs(start - startedAt) <= tolerance
}

/** Milliseconds since the machine started, which nobody sets back or forward, and which all its processes share. */
export function machineTime(): number {
  return Math.round(1_000 * uptime())
}

/** Linux gives each start of the machine an ID; other systems do not. */
function bootId(): string | undefined {
  return readLine('/proc/sys/kernel/random/boot_id')
}

/** When a process started, in milliseconds since the machine did; Linux only. Field 22 of `stat`, in hundredths of a second. */
function startOf(pid: number): number | undefined {
  const stat = readLine(`/proc/${pid}/stat`)
  // The name, in parentheses, may hold anything.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = Number(fields?.[19])
  // A zombie has ended, though its parent has not asked yet.
  return fields?.[0] === 'Z' ? Number.NEGATIVE_INFINITY : Number.isFinite(ticks) ? ticks * 10 : undefined
}

function readLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return undefined
  }
}
