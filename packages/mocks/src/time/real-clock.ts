import type { Clock } from './clock.ts'
import { createRunningClock } from './running-clock.ts'

const { now, sleep } = createRunningClock()

/** The machine's clock. */
export const realClock: Clock = { now, sleep }
