import type { Paint } from './paint.ts'

/** A report in each of its output forms. */
export interface Report {
  /** For programs: one line of JSON. */
  readonly json: { readonly event: string; readonly [name: string]: unknown }
  /** For pipes and logs: lines that each make sense on their own. */
  readonly plain: readonly string[]
  /**
   * For people at a terminal, in lines of at most `width` characters.
   * @default the lines of `plain`
   */
  readonly screen?: (paint: Paint, width: number) => readonly string[]
}

/** Prints reports and progress in the form that suits the reader. */
export interface Reporter {
  /** Prints a report. */
  report(report: Report): void
  /** Prints what the user should know about the input: a line each, on standard error. */
  note(texts: readonly string[]): void
  /** Shows what is in progress, on a terminal that can redraw a line. */
  progress(text: string): void
  /** Removes the progress line. */
  clearProgress(): void
}
