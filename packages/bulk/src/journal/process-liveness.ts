import { currentProcess, isRunning, type ProcessIdentity } from '@partner-upgrades/client/node'
import type { Line } from '../store/journal-line.ts'

/** The processes of a machine. */
export interface Processes {
  /** Returns the identity of the current process. */
  current(): ProcessIdentity
  /** Whether another process still runs; `true` if that is unknown. */
  isRunning(process: ProcessIdentity): boolean
}

/** The processes of this machine. */
export const systemProcesses: Processes = { current: currentProcess, isRunning }

/** Tracks the workers that have not left a journal, and which of them have died. */
export interface Liveness {
  /** Notes a line that was read. */
  hear(line: Line): void
  /** Returns the workers whose processes no longer run. */
  dead(): readonly string[]
  /** Returns the processes of other workers that have not left and, as far as is known, still run. */
  running(): readonly ProcessIdentity[]
}

/**
 * Creates a tracker that knows no workers yet.
 *
 * @param self the ID of the current worker, which is alive
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
