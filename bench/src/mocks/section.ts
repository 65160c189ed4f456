import type { Goal } from '../goals.ts'

/** One part of the report. */
export interface Section {
  readonly markdown: string
  readonly goals: readonly Goal[]
}
