/** Ties the lines of a journal together: a number that depends on every line so far and on their order. */
export interface LineChain {
  /** How many lines there are. */
  readonly length: number
  /** What they come to. */
  readonly digest: number
  /** Adds a line by its checksum. */
  add(checksum: number): void
  /** Whether the first so many lines came to a digest; of lines long ago, nobody can tell, and they pass. */
  isPast(length: number, digest: number): boolean
}

/** Workers that open a journal at the same time as others write are rarely further behind. */
const remembered = 4_096

/** A chain without lines. */
export function createLineChain(): LineChain {
  const recent = new Uint32Array(remembered)
  let length = 0
  let digest = 0
  return {
    get length() {
      return length
    },
    get digest() {
      return digest
    },
    add(checksum) {
      // Multiplied in between, so that two lines that change places make a difference.
      digest = Math.imul(digest ^ checksum, 0x9e3779b1)
      digest = (digest ^ (digest >>> 15)) >>> 0
      recent[++length % remembered] = digest
    },
    isPast: (past, expected) =>
      past <= length && (length - past >= remembered || recent[past % remembered] === expected),
  }
}
