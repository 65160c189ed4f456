/** The longest line to read, in bytes: about a thousand times the length of a line with a customer. */
export const longestLine: number = 1 << 20

/** A line is too long for a list of customers. */
export class LongLineError extends Error {
  override name = 'LongLineError'
  /** The line number, counted from 1. */
  readonly line: number

  constructor(line: number) {
    super(`the line is longer than ${longestLine.toLocaleString('en')} bytes: this is not a list of customers`)
    this.line = line
  }
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Passes bytes through and checks the length of their lines, which end with a line feed, a carriage return, or both.
 *
 * @throws LongLineError at the first line that is longer than {@link longestLine}.
 */
export async function* limitLineLength(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let line = 1
  let length = 0
  let afterReturn = false
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      // In characters of two bytes, one byte may be zero.
      if (byte === lineFeed && afterReturn) afterReturn = false
      else if (byte === lineFeed || byte === carriageReturn) {
        line++
        length = 0
        afterReturn = byte === carriageReturn
      } else {
        if (byte !== 0) afterReturn = false
        if (++length > longestLine) throw new LongLineError(line)
      }
    }
    yield chunk
  }
}
