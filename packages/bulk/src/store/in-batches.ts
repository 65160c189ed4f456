/** Something that waits to be written, and who waits for it. */
interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes items in as few round trips as possible: what comes while something is being written goes together after that, in the order in which it came.
 * A run records many rows at once, so a `Store` needs no more than this to write them in batches.
 *
 * @param write writes a batch, all of it or nothing, and says of each item what came of it. What it throws, everybody gets who waits for
 *   that batch; the next one is tried all the same.
 * @returns writes an item; resolves when its batch is written.
 * @example
 * const append = inBatches((entries) => transaction((tx) => insertEntries(tx, entries)))
 */
export function inBatches<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = []
  let writing = false

  async function writeAll(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await writeBatch(batch)
    }
    writing = false
  }

  async function writeBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await write(batch.map(({ item }) => item))
      if (results.length !== batch.length) throw new TypeError(`${results.length} results for ${batch.length} items`)
      for (const [index, result] of results.entries()) batch[index]?.resolve(result)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!writing) void writeAll()
    })
}
