import type { SharedFile } from './disk.ts'

/** Reads a file line by line, as far as there are whole lines; the next time, it goes on from there. */
export type ReadLines = (take: (bytes: Buffer, position: number) => void) => Promise<void>

const lineEnd = 0x0a

/**
 * Begins to read a file. What has no line end yet is left for another time; the bytes of a line are good until `take` returns.
 *
 * @param size how much is read at once, in bytes
 */
export function createLineReader(file: SharedFile, size: number = 1 << 20): ReadLines {
  // One for all reads: garbage of this size would pile up before it is collected.
  let buffer = Buffer.allocUnsafeSlow(size)
  let position = 0
  let filled = 0

  return async (take) => {
    filled = 0
    for (;;) {
      const count = await file.read(buffer.subarray(filled), position + filled)
      if (count === 0) return
      const read = buffer.subarray(0, filled + count)
      let start = 0
      for (let stop = read.indexOf(lineEnd, filled); stop >= 0; stop = read.indexOf(lineEnd, start)) {
        take(read.subarray(start, stop), position + start)
        start = stop + 1
      }
      position += start
      filled = read.length - start
      // A line that fills the buffer needs a larger one.
      const next = filled === buffer.length ? Buffer.allocUnsafeSlow(buffer.length * 2) : buffer
      read.copy(next, 0, start)
      buffer = next
    }
  }
}
