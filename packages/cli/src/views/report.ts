import type { Paint } from '../paint.ts'

/** Something to tell, in each of the forms it can be told in. */
export interface Report {
  /** For programs: one line of JSON. */
  readonly json: { readonly event: string; readonly [name: string]: unknown }
  /** For pipes and logs: lines that each make sense alone. */
  readonly plain: readonly string[]
  /**
   * For people at a terminal.
   * @default as for pipes
   */
  readonly screen?: (paint: Paint, width: number) => readonly string[]
}

/** Tells what happens, in one of the forms. */
export interface Reporter {
  /** What has happened. */
  tell(report: Report): void
  /** What is under way until something is told; shown only where it can be taken back. */
  wait(text: string): void
  /** Nothing is under way any more. */
  rest(): void
}
