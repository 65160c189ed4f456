import { BulkError, reasonOf, StoreError } from '../errors.ts'

/** Converts a failure to read or write a journal to an error that tells the user what to do. */
export function toStoreError(path: string, cause: unknown): BulkError {
  if (cause instanceof BulkError) return cause
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  const advice =
    code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT'
      ? 'The disk is full: free some space'
      : 'Make sure that it is writable'
  return new StoreError(
    `${path} could not be used (${reasonOf(cause)}). ${advice}, then run the same command again: it resumes where it stopped. Nothing was sent without being recorded.`,
    { cause },
  )
}
