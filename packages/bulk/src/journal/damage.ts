import { JournalError, StoreError } from '../errors.ts'
import { mark } from './checksum.ts'

/** What is wrong with a journal. */
export interface Damage {
  /** A clause after the journal's path in the message, such as "is not a journal". */
  readonly what: string
  /** How to fix it, as an imperative. */
  readonly remedy: string
}

const restore = 'Restore it from a copy'

/** Describes what is wrong with bytes that should be a line. Lines are counted from 1. */
export function describeDamage(bytes: Buffer, line: number): Damage {
  const start = bytes.toString('latin1', 0, 8)
  if (line === 1 && start.startsWith('\xef\xbb\xbf')) {
    const what = 'is damaged: it starts with a byte order mark, which another program has added'
    return { what, remedy: 'Save it as UTF-8 without one, or restore it from a copy' }
  }
  if (line === 1 && /^(?:\xff\xfe|\xfe\xff|\{\0|\0\{)/.test(start)) {
    const what = 'is damaged: another program has converted it to UTF-16'
    return { what, remedy: 'Convert it back to UTF-8 without a byte order mark, or restore it from a copy' }
  }
  if (bytes.includes('\r')) {
    const what = `is damaged: line ${line} has a carriage return: an editor, Git or a mail program has changed the line ends`
    return { what, remedy: 'Convert its line ends back to LF (dos2unix does), or restore it from a copy' }
  }
  if (bytes.length === 0) return { what: `is damaged: line ${line} is empty`, remedy: restore }
  if (line === 1 && bytes.every((byte) => byte === 0)) {
    const what = 'is damaged: it contains only zero bytes'
    return { what, remedy: `${restore}, or delete it if nothing was ever sent with it` }
  }
  if (start.startsWith(mark) || start.startsWith('\0')) {
    return { what: `is damaged: line ${line} was changed or cut: its checksum does not match`, remedy: restore }
  }
  if (line === 1) return { what: 'is not a journal', remedy: 'Name another file for the journal' }
  return { what: `is damaged: line ${line} was not written by this program`, remedy: restore }
}

/** Describes a line that does not follow the lines before it. */
export function outOfOrder(line: number): Damage {
  const what = `is damaged: line ${line} does not follow the ones before it. Lines were removed, repeated, moved, or added from another journal`
  return { what, remedy: restore }
}

/** Describes a line that is complete but not understood. */
export function notUnderstood(line: number): Damage {
  const what = `contains something in line ${line} that this version does not understand`
  return { what, remedy: 'Use the version of this program that wrote the journal' }
}

/** Creates the error for a journal that cannot be opened. */
export function cannotBegin(path: string, { what, remedy }: Damage): JournalError {
  return new JournalError(
    `${path} ${what}. Nothing was sent by this command. ${remedy}. Do not start another journal for the same list: it would not know what earlier runs have sent.`,
  )
}

/** Creates the error for a journal that was changed while it was open. */
export function cannotGoOn(path: string, { what, remedy }: Damage): StoreError {
  return new StoreError(
    `${path} ${what}. This run had the journal open, so it has stopped and sends nothing more. ${remedy}, then run the same command again.`,
  )
}
