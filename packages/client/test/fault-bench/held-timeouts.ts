import { vi } from 'vitest'

/** Timeouts that end when a test says so, independent of the speed of the machine. */
export interface HeldTimeouts {
  /** Ends all running timeouts. */
  timeIsUp(): void
  /** Restores the system's timers. */
  release(): void
}

/** The time limits of the bench, in milliseconds, which no other timer uses. */
export const limits = { attempt: 5_000, call: 60 } as const

/** Holds the timers that were set for one of the limits. */
export function holdTimeouts(): HeldTimeouts {
  const held = new Map<unknown, () => void>()
  const { setTimeout, clearTimeout } = globalThis
  const ours = new Set<number>(Object.values(limits))
  vi.stubGlobal('setTimeout', (callback: () => void, ms: number, ...words: readonly unknown[]) => {
    if (!ours.has(ms)) return setTimeout(callback, ms, ...words)
    const timer = {}
    held.set(timer, callback)
    return timer
  })
  vi.stubGlobal('clearTimeout', (timer: NodeJS.Timeout | undefined) => {
    if (!held.delete(timer)) clearTimeout(timer)
  })
  return {
    timeIsUp() {
      const over = [...held.values()]
      held.clear()
      for (const callback of over) callback()
    },
    release: () => void vi.unstubAllGlobals(),
  }
}
