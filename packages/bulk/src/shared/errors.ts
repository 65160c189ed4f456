/** The base class of this package's errors. */
export class BulkError extends Error {
  override name = 'BulkError'
}

/** A problem with the list of customers. */
export interface InputProblem {
  /** The line of the file, counted from 1. */
  readonly line: number
  /** What is wrong. */
  readonly text: string
}

/** How many problems a message spells out. */
const shown = 50

/** The list of customers is invalid. Nothing was sent. */
export class InputError extends BulkError {
  override name = 'InputError'
  /** The first 1,000 problems, by line. */
  readonly problems: readonly InputProblem[]
  /** How many problems there are. */
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

/** The journal belongs to another list of customers, or is damaged. The command that found out has sent nothing. */
export class JournalError extends BulkError {
  override name = 'JournalError'
}

/** The store could not be written to, so the run stopped: what cannot be recorded is not sent. The same command resumes. */
export class StoreError extends BulkError {
  override name = 'StoreError'
}

/** No request got through any more, so the run stopped. The `cause` is the last error; the same command resumes. */
export class StoppedError extends BulkError {
  override name = 'StoppedError'
}

/** The entry is invalid: it could not be read back. Nothing was written; the store continues to work. */
export class EntryError extends BulkError {
  override name = 'EntryError'
  /** The row it was about, where it was about one. */
  readonly row?: number

  constructor(problem: string, is?: unknown, row?: unknown, options?: ErrorOptions) {
    const kind = typeof is === 'string' ? ` "${is.slice(0, 20)}"` : ''
    const place = typeof row === 'number' ? ` about row ${row}, counted from 0,` : ''
    super(
      `An entry${kind}${place} cannot be recorded: ${problem}. Nothing was written; end the row as unknown instead.`,
      options,
    )
    if (typeof row === 'number') this.row = row
  }
}
