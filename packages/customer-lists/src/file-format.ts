/** The encoding of a text file. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A file that is not a list. */
export interface Foreign {
  /** The type of the file, with its article. */
  readonly what: string
  /** What the user should do. */
  readonly advice: string
}

/** The format of a file, by its first bytes. `encoding` is undefined if they do not reveal it. */
export type FileFormat =
  | { readonly kind: 'text'; readonly encoding: Encoding | undefined; readonly marked: boolean }
  | { readonly kind: 'zip' }
  | (Foreign & { readonly kind: 'foreign' })

/** Advice for a file that contains a list in an unsupported format. */
export const saveAsCsv = 'Save the list as CSV UTF-8 or .xlsx.'
const exportAsCsv = 'Export the list as CSV UTF-8 or .xlsx.'

/** Formats by their first bytes, in Latin-1. */
const signatures: readonly (readonly [start: string, what: string, advice: string])[] = [
  ['%PDF-', 'a PDF document', exportAsCsv],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Excel workbook (.xls) or one protected by a password', saveAsCsv],
  ['{\\rtf', 'a Rich Text document', saveAsCsv],
  ['\x1f\x8b', 'a gzip archive', 'Unpack it first.'],
  ['7z\xbc\xaf\x27\x1c', 'a 7-Zip archive', 'Unpack it first.'],
  ['Rar!', 'a RAR archive', 'Unpack it first.'],
  ['\x89PNG', 'an image', exportAsCsv],
  ['\xff\xd8\xff', 'an image', exportAsCsv],
  ['GIF8', 'an image', exportAsCsv],
  ['SQLite format 3', 'a SQLite database', exportAsCsv],
  ['PAR1', 'a Parquet file', exportAsCsv],
]

/** Recognises the format of a file by its first bytes; the file name is not reliable. */
export function recogniseFile(start: Buffer): FileFormat {
  const latin = start.toString('latin1')
  if (latin === '') return { kind: 'foreign', what: 'an empty file', advice: 'Save the list again.' }
  if (latin.startsWith('PK\x03\x04') || latin.startsWith('PK\x05\x06')) return { kind: 'zip' }
  for (const [signature, what, advice] of signatures) {
    if (latin.startsWith(signature)) return { kind: 'foreign', what, advice }
  }
  return recogniseText(start, latin)
}

function recogniseText(start: Buffer, latin: string): FileFormat {
  if (latin.startsWith('\xff\xfe\0\0') || latin.startsWith('\0\0\xfe\xff')) {
    return { kind: 'foreign', what: 'UTF-32 text', advice: 'Save the list as CSV UTF-8.' }
  }
  if (latin.startsWith('\xef\xbb\xbf')) return { kind: 'text', encoding: 'utf-8', marked: true }
  if (latin.startsWith('\xff\xfe')) return { kind: 'text', encoding: 'utf-16le', marked: true }
  if (latin.startsWith('\xfe\xff')) return { kind: 'text', encoding: 'utf-16be', marked: true }
  const [even, odd] = zerosIn(start)
  if (even + odd === 0) return { kind: 'text', encoding: undefined, marked: false }
  // In UTF-16, every other byte of ASCII letters and digits is zero.
  const plenty = start.length / 4
  if (even === 0 && odd > plenty) return { kind: 'text', encoding: 'utf-16le', marked: false }
  if (odd === 0 && even > plenty) return { kind: 'text', encoding: 'utf-16be', marked: false }
  return { kind: 'foreign', what: 'binary data, with zero bytes', advice: exportAsCsv }
}

function zerosIn(bytes: Buffer): readonly [even: number, odd: number] {
  let [even, odd] = [0, 0]
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  return [even, odd]
}

/** Recognises a text that is HTML or XML by its start. */
export function recogniseMarkup(start: string): Foreign | undefined {
  const text = start.trimStart().slice(0, 200).toLowerCase()
  if (/^<(?:!doctype html|html|head|body|table|meta|script|div)\b/.test(text)) {
    return {
      what: 'an HTML page, perhaps one to sign in',
      advice: 'Download the list again, or save it as CSV UTF-8 or .xlsx.',
    }
  }
  if (/^<(?:\?xml|!--|[a-z])/.test(text)) return { what: 'an XML document', advice: saveAsCsv }
  return undefined
}
