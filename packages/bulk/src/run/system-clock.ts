import { setTimeout } from 'node:timers/promises'
import type { Clock } from '@partner-upgrades/client'

/** The clock on the wall. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => setTimeout(Math.max(0, Math.min(ms, 2 ** 31 - 1)), undefined, signal && { signal }),
}
