import { readFileSync } from 'node:fs'

/** Returns the peak resident memory of a process, in MB of 2²⁰ bytes; undefined on systems other than Linux. */
export function peakMemory(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}
