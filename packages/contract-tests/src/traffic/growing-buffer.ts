/** Bytes that come in pieces. */
export interface GrowingBuffer {
  /** How many there are. */
  readonly size: number
  /** Appends bytes. */
  add(piece: Buffer): void
  /** All of them; they are not to be changed. */
  bytes(): Buffer
}

/** Starts with none. It holds no pieces: a million of one byte each would take a thousand times as much memory as their bytes. */
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
