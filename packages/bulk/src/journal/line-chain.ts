/** Chains the lines of a journal: maintains a digest that depends on all lines and their order. */
export interface LineChain {
  /** The number of lines. */
  readonly length: number
  /** The digest of all lines. */
  readonly digest: number
  /** Adds a line by its checksum. */
  add(checksum: number): void
  /** Whether the first `length` lines have a digest; `true` if they are too long ago to be remembered. */
  isPast(length: number, digest: number): boolean
}

/** The number of digests remembered. Workers that open a journal while others write are rarely further behind. */
const remembered = 4_096

/** Creates a chain without lines. */
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
      // The multiplication makes the digest depend on the order of the lines.
      digest = Math.imul(digest ^ checksum, 0x9e3779b1)
      digest = (digest ^ (digest >>> 15)) >>> 0
      recent[++length % remembered] = digest
    },
    isPast: (past, expected) =>
      past <= length && (length - past >= remembered || recent[past % remembered] === expected),
  }
}
