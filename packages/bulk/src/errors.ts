/** What all errors of this package have in common: their messages say what, where, and what to do. */
export class BulkError extends Error {
  override name = 'BulkError'
}

/** One thing that is wrong with the list of customers. */
export interface InputProblem {
  /** The line of the file, counted from 1. */
  readonly line: number
  readonly text: string
}

/** How many problems a message spells out. */
const shown = 50

/** The list of customers cannot be used. Nothing was sent. */
export class InputError extends BulkError {
  override name = 'InputError'
  /** What is wrong, by line; the first 1,000. */
  readonly problems: readonly InputProblem[]
  /** How many there are. */
  readonly count: number

  constructor(path: string, problems: readonly InputProblem[], count: number) {
    const lines = problems.slice(0, shown).map(({ line, text }) => `  line ${line}: ${text}`)
    const more = count > lines.length ? [`  and ${(count - lines.length).toLocaleString('en')} more`] : []
    const what = count === 1 ? '1 problem' : `${count.toLocaleString('en')} problems`
    super(`${path} has ${what}. Nothing was sent.\n${[...lines, ...more].join('\n')}`)
    this.problems = problems
    this.count = count
  }
}

/** The journal is not one of this list of customers, or is damaged. Nothing was sent. */
export class JournalError extends BulkError {
  override name = 'JournalError'
}

/** The store could not be written to, so the run ended: what cannot be recorded is not sent. The same command resumes. */
export class StoreError extends BulkError {
  override name = 'StoreError'
}

/** Nothing got through any more, so the run ended. The `cause` is the last error of the service; the same command resumes. */
export class StoppedError extends BulkError {
  override name = 'StoppedError'
}
