import { currentProcess, isRunning, type ProcessIdentity } from '@partner-upgrades/client/node'
import type { Line } from '../store/journal-line.ts'

/** The processes of a machine. */
export interface Processes {
  /** The process this runs in. */
  current(): ProcessIdentity
  /** Whether another one still runs; `true` if nobody can tell. */
  isRunning(process: ProcessIdentity): boolean
}

/** Those of this machine. */
export const systemProcesses: Processes = { current: currentProcess, isRunning }

/** Knows the workers that have not left a journal, and which of them have died. */
export interface Liveness {
  /** Takes note of a line that was read. */
  hear(line: Line): void
  /** Workers whose processes no longer run. */
  dead(): readonly string[]
  /** Processes of others that have not left and still run, as far as anybody can tell. */
  running(): readonly ProcessIdentity[]
}

/**
 * Knows nobody yet.
 *
 * @param self the worker that asks, which is alive
 */
export function createLiveness({ isRunning }: Processes, self: string): Liveness {
  const workers = new Map<string, ProcessIdentity>()
  return {
    hear({ w, event }) {
      if (event.is === 'opened' && w !== self) workers.set(w, event.process)
      else if (event.is === 'left') workers.delete(w)
      else if (event.is === 'gone') workers.delete(event.worker)
    },
    running: () => [...workers.values()].filter(isRunning),
    dead: () => [...workers].filter(([, process]) => !isRunning(process)).map(([worker]) => worker),
  }
}
