/** A list of GUIDs in 16 bytes each; a hundred thousand strings would take ten times the memory. */
export interface GuidList {
  /** Stores a GUID, with hyphens and in any case. */
  set(index: number, guid: string): void
  /** Returns a GUID in lower case; `undefined` if none was set at the index. */
  get(index: number): string | undefined
  /** Removes the GUID at an index. */
  clear(index: number): void
}

/** Creates a list that grows as needed. */
export function createGuidList(capacity = 1024): GuidList {
  let bytes = Buffer.alloc(16 * capacity)
  return {
    set(index, guid) {
      if (16 * index >= bytes.length) {
        const larger = Buffer.alloc(Math.max(2 * bytes.length, 16 * (index + 1)))
        bytes.copy(larger)
        bytes = larger
      }
      bytes.write(guid.replaceAll('-', ''), 16 * index, 'hex')
    },
    get(index) {
      const hex = bytes.toString('hex', 16 * index, 16 * index + 16)
      if (hex === '' || /^0*$/.test(hex)) return undefined
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    },
    clear: (index) => void bytes.fill(0, 16 * index, 16 * index + 16),
  }
}
