import { readFileSync } from 'node:fs'

/** The most memory a process ever held resident, in MB of 2²⁰ bytes; undefined where the system does not tell (only Linux does). */
export function peakMemory(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}
