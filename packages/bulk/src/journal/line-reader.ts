import { longestLine } from './checksum.ts'
import type { SharedFile } from './shared-file.ts'

/** Reads a file line by line. */
export interface LineReader {
  /**
   * Passes each line to `take` up to the current end of the file; the next call continues from there. The bytes of a line are valid until
   * `take` returns. Bytes that exceed the maximum length of a line are passed to `take`, too.
   *
   * @returns the bytes after the last line end, which the next call reads again
   */
  read(take: (bytes: Buffer, position: number) => void): Promise<Buffer>
  /** The number of bytes of the file read so far. */
  readonly seen: number
}

const lineEnd = 0x0a
/** The maximum length of a line, including fragments that stopped workers left before it; in bytes. */
const longest = 4 * longestLine

/** The initial and the maximum size of a read, in bytes. */
const least = 1 << 14
const most = 1 << 20

/** Creates a reader at the beginning of a file. */
export function createLineReader(file: Pick<SharedFile, 'read'>): LineReader {
  // One buffer for all reads: buffers of this size would pile up before they are garbage-collected.
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
        // A line that fills the buffer needs a larger one, and a larger one speeds up the reading of a long file.
        const grows = filled === buffer.length || (read.length === buffer.length && buffer.length < most)
        const next = grows ? Buffer.allocUnsafeSlow(buffer.length * 2) : buffer
        read.copy(next, 0, start)
        buffer = next
      }
    },
  }
}
