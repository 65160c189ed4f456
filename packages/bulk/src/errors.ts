/** The base class of this package's errors. */
export class BulkError extends Error {
  override name = 'BulkError'
}

/** The journal belongs to another list of customers, or is damaged. The command that failed with it has sent nothing. */
export class JournalError extends BulkError {
  override name = 'JournalError'
}

/** The store could not be written to, so the run stopped: a create that cannot be recorded is not sent. The same command resumes. */
export class StoreError extends BulkError {
  override name = 'StoreError'
}

/** Requests no longer got through, so the run stopped. The `cause` is the last error; the same command resumes. */
export class StoppedError extends BulkError {
  override name = 'StoppedError'
}

/** The entry is invalid: it could not be read back once written. Nothing was written; the store continues to work. */
export class EntryError extends BulkError {
  override name = 'EntryError'
  /** The row that the entry is about, counted from 0; absent if it is not about a row. */
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

/** Returns the message of an error, or the thrown value as text. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
