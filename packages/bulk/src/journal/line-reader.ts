import { longestLine } from './checksum.ts'
import type { SharedFile } from './shared-file.ts'

/** Reads a file line by line. */
export interface LineReader {
  /**
   * Takes what stands between line ends, as far as the file goes; the next time, it goes on from there. The bytes of a line are good until
   * `take` returns. What is too long for a line is given to `take`, too.
   *
   * @returns what has no line end yet, and is read again the next time
   */
  read(take: (bytes: Buffer, position: number) => void): Promise<Buffer>
  /** How many bytes of the file it has seen. */
  readonly seen: number
}

const lineEnd = 0x0a
/** No line is longer, whatever stopped workers have left before it; in bytes. */
const longest = 4 * longestLine

/** How much is read at once, in bytes: at first, and at the most. */
const least = 1 << 14
const most = 1 << 20

/** Begins to read a file. */
export function createLineReader(file: Pick<SharedFile, 'read'>): LineReader {
  // One for all reads: garbage of this size would pile up before it is collected.
  let buffer = Buffer.allocUnsafeSlow(least)
  let position = 0
  let filled = 0

  return {
    get seen() {
      return position + filled
    },
    async read(take) {
      filled = 0
      for (;;) {
        const count = await file.read(buffer.subarray(filled), position + filled)
        if (count === 0) return buffer.subarray(0, filled)
        const read = buffer.subarray(0, filled + count)
        let start = 0
        for (let stop = read.indexOf(lineEnd, filled); stop >= 0; stop = read.indexOf(lineEnd, start)) {
          take(read.subarray(start, stop), position + start)
          start = stop + 1
        }
        position += start
        filled = read.length - start
        if (filled >= longest) take(buffer.subarray(0, filled), position)
        // A line that fills the buffer needs a larger one, and a long file is read faster by one.
        const grows = filled === buffer.length || (read.length === buffer.length && buffer.length < most)
        const next = grows ? Buffer.allocUnsafeSlow(buffer.length * 2) : buffer
        read.copy(next, 0, start)
        buffer = next
      }
    },
  }
}
