import type { FileHandle } from 'node:fs/promises'
import { decodeStart, isUtf8 } from './decode.ts'
import { type Delimiter, findDelimiter } from './delimiter.ts'
import { type Encoding, type Foreign, recogniseFile, recogniseMarkup } from './file-format.ts'
import { longestLine } from './line-length-limit.ts'
import { jsonKind } from './read-json.ts'

/** The format of a list. */
export type ListFormat =
  | { readonly kind: 'csv'; readonly encoding: Encoding; readonly delimiter: Delimiter }
  | { readonly kind: 'lines' | 'document'; readonly encoding: Encoding }
  | { readonly kind: 'zip' }
  | (Foreign & { readonly kind: 'foreign' })

/** Detects the format of a list from its content; the file name is not reliable. */
export async function findFormat(file: FileHandle): Promise<ListFormat> {
  const start = await firstBytes(file, 4_096)
  const format = recogniseFile(start)
  if (format.kind !== 'text') return format
  const encoding = format.encoding ?? ((await isUtf8(readFrom(file))) ? 'utf-8' : 'windows-1252')
  const text = decodeStart(start, encoding).replace(/^\ufeff/, '')
  const markup = recogniseMarkup(text)
  if (markup) return { kind: 'foreign', ...markup }
  if (/^\s*[[{]/.test(text)) {
    const kind = jsonKind(decodeStart(await firstBytes(file, longestLine), encoding))
    if (kind) return { kind, encoding }
  }
  return { kind: 'csv', encoding, delimiter: findDelimiter(text) }
}

/** Reads a file from the start, independently of earlier reads of the same handle. */
export async function* readFrom(file: FileHandle): AsyncGenerator<Buffer, void, undefined> {
  for (let position = 0; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(chunkSize), 0, chunkSize, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

const chunkSize = 1 << 18

async function firstBytes(file: FileHandle, size: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0)
  return buffer.subarray(0, bytesRead)
}
