import { Buffer } from 'node:buffer'

/** A list as some program writes it, and the expected result. */
export interface ListCase {
  /** The name of the case. */
  readonly what: string
  readonly file: string
  readonly bytes: Buffer
  /** The expected customers, such as `one Contoso`, with the product family in brackets unless it is Azure; or the expected error. */
  readonly result: readonly string[] | { readonly refused: RegExp }
  readonly notes: readonly string[]
}

/** The customers of these lists. */
export const ids = {
  one: '4c721420-72ad-4708-a0a7-371a2f7b0969',
  two: '58e2af4f-0ad3-4688-8744-be2357cd939a',
  three: '5f0a2c61-9d0c-4f0e-9c3b-0d9a1f3f7f11',
} as const

/** The nickname of a customer in `result`. */
export const nickname = (id: string): string => Object.entries(ids).find(([, each]) => each === id)?.[0] ?? id

/** Text as UTF-16, little-endian. */
export const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le')
/** Text as UTF-16, big-endian. */
export const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()
/** Text as Latin-1, one byte per character. */
export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')
/** Lines with Windows line endings. */
export const lines = (...each: readonly string[]): string => each.map((line) => `${line}\r\n`).join('')

/** A case in one line. */
export type Row = readonly [
  what: string,
  file: string,
  bytes: Buffer | string,
  result: readonly string[] | RegExp,
  notes?: readonly string[],
]

/** The two customers of most lists, as they appear in `result`. */
export const both = ['one Contoso', 'two Fabrikam, Inc.']
