import type { SharedFile } from './disk.ts'

const size = 1 << 18
const lineEnd = 0x0a

/**
 * Reads a file line by line from a place on. What has no line end yet is left for another time.
 *
 * @param take is given each line and its place; the bytes are good until it returns
 * @returns the place to go on from.
 */
export async function readLines(
  file: SharedFile,
  position: number,
  take: (bytes: Buffer, position: number) => void,
): Promise<number> {
  let buffer = Buffer.allocUnsafe(size)
  let filled = 0
  for (;;) {
    const count = await file.read(buffer.subarray(filled), position + filled)
    if (count === 0) return position
    const read = buffer.subarray(0, filled + count)
    let start = 0
    for (let stop = read.indexOf(lineEnd, filled); stop >= 0; stop = read.indexOf(lineEnd, start)) {
      take(read.subarray(start, stop), position + start)
      start = stop + 1
    }
    position += start
    filled = read.length - start
    // A line that fills the buffer needs a larger one.
    const next = filled * 2 > buffer.length ? Buffer.allocUnsafe(buffer.length * 2) : buffer
    read.copy(next, 0, start)
    buffer = next
  }
}
