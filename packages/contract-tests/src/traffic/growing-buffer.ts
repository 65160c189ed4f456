/** A buffer for bytes that arrive in pieces. */
export interface GrowingBuffer {
  /** The number of bytes. */
  readonly size: number
  /** Appends bytes. */
  add(piece: Buffer): void
  /** Returns all bytes; do not change them. */
  bytes(): Buffer
}

/** Creates an empty buffer. It keeps no pieces: a million one-byte pieces would take a thousand times the memory of their bytes. */
export function createGrowingBuffer(): GrowingBuffer {
  let room: Buffer = Buffer.alloc(0)
  let size = 0
  return {
    get size() {
      return size
    },
    add(piece) {
      const end = size + piece.length
      // Most bodies come in one piece, which needs no copy.
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
