import type { Goal } from '../goals.ts'

/** A section of the report. */
export interface Section {
  readonly markdown: string
  readonly goals: readonly Goal[]
}
