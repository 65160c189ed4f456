import type { SharedFile } from './disk.ts'

const size = 1 << 16
const kept = 128

/** Reads parts of a file through the blocks that were read last: parts that are near each other cost one read. */
export function createBlocks(file: SharedFile): (position: number, length: number) => Promise<Buffer> {
  const blocks = new Map<number, Buffer>()

  async function blockAt(number: number): Promise<Buffer> {
    const known = blocks.get(number)
    if (known) {
      // The least used comes first.
      blocks.delete(number)
      blocks.set(number, known)
      return known
    }
    const [oldest] = blocks.keys()
    const reused = blocks.size >= kept && oldest !== undefined ? blocks.get(oldest) : undefined
    if (oldest !== undefined && reused) blocks.delete(oldest)
    const block = reused ?? Buffer.allocUnsafeSlow(size)
    await file.read(block, number * size)
    blocks.set(number, block)
    return block
  }

  return async (position, length) => {
    const bytes = Buffer.allocUnsafe(length)
    for (let done = 0; done < length; ) {
      const block = await blockAt(Math.floor((position + done) / size))
      done += block.copy(
        bytes,
        done,
        (position + done) % size,
        Math.min(size, ((position + done) % size) + length - done),
      )
    }
    return bytes
  }
}
