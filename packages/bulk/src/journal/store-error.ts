import { StoreError } from '../errors.ts'

/** What a failure to read or write a journal means to whoever runs the program. */
export function toStoreError(path: string, cause: unknown): unknown {
  if (!(cause instanceof Error) || cause.name === 'JournalError' || cause.name === 'StoreError') return cause
  const code = 'code' in cause ? cause.code : undefined
  const advice =
    code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT'
      ? 'The disk is full: make room'
      : 'Make sure that it can be written to'
  return new StoreError(
    `${path} could not be used (${cause.message}). ${advice}, then run the same command again: it goes on where it stopped. Nothing was sent that is not recorded.`,
    { cause },
  )
}
