/** The longest line of a list, in bytes: a thousand times as long as any with a customer in it. */
export const longestLine: number = 1 << 20

/** A line is so long that the file cannot be a list of customers. */
export class LongLineError extends Error {
  override name = 'LongLineError'
  /** Which line, counted from 1. */
  readonly line: number

  constructor(line: number) {
    super(`the line is longer than ${longestLine.toLocaleString('en')} bytes: this is not a list of customers`)
    this.line = line
  }
}

const lineFeed = 0x0a
const carriageReturn = 0x0d

/**
 * Hands bytes on as they come, as long as their lines end: with a line feed, a carriage return, or both.
 *
 * @throws LongLineError at a line that does not.
 */
export async function* limitLineLength(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let line = 1
  let length = 0
  let afterReturn = false
  for await (const chunk of chunks) {
    for (const byte of chunk) {
      // Of characters of two bytes, one may be zero.
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
