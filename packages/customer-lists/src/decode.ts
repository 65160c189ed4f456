import { TextDecoder } from 'node:util'
import type { Encoding } from './file-format.ts'

/** Whether all bytes are valid UTF-8. */
export async function isUtf8(chunks: AsyncIterable<Buffer>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunks) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Converts text of any supported encoding to UTF-8, chunk by chunk. */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<Buffer, void, undefined> {
  if (encoding === 'utf-8') {
    yield* chunks
    return
  }
  const decode = createDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decode(chunk))
  yield Buffer.from(decode())
}

/** Decodes the start of a file as text. */
export function decodeStart(start: Buffer, encoding: Encoding): string {
  return createDecoder(encoding)(start)
}

function createDecoder(encoding: Encoding): (chunk?: Buffer) => string {
  if (encoding === 'windows-1252') return (chunk) => (chunk ? fromWindows1252(chunk) : '')
  const decoder = new TextDecoder(encoding)
  return (chunk) => decoder.decode(chunk, { stream: chunk !== undefined })
}

/** The Windows-1252 characters at 0x80 to 0x9F, where Latin-1 has control characters. Some versions of Node decode them as Latin-1. */
const above = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (character) => above[character.charCodeAt(0) - 0x80] ?? '')
}
