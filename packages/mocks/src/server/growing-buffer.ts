/** Bytes that arrive in chunks. */
export interface GrowingBuffer {
  /** The number of bytes so far. */
  readonly size: number
  /** Appends a chunk. */
  add(piece: Buffer): void
  /** All bytes so far; do not change them. */
  bytes(): Buffer
}

/** Creates an empty buffer. It copies chunks rather than keeping them: a million one-byte chunks take a thousand times their size. */
export function createGrowingBuffer(): GrowingBuffer {
  let room: Buffer = Buffer.alloc(0)
  let size = 0
  return {
    get size() {
      return size
    },
    add(piece) {
      const end = size + piece.length
      // Most bodies arrive in one chunk, which needs no copy.
      if (size === 0) room = piece
      else {
        if (room.length < end) {
          const larger = Buffer.allocUnsafe(2 * end)
          room.copy(larger, 0, 0, size)
          room = larger
        }
        piece.copy(room, size)
      }
      size = end
    },
    bytes: () => room.subarray(0, size),
  }
}
