/** An item that waits to be written, with the callbacks of its promise. */
interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/**
 * Writes items in as few round trips as possible: items added during a write form the next batch, in order.
 * A run appends entries of many rows concurrently, so this is all that a `Store` needs to write them in batches.
 *
 * @param write writes a whole batch or nothing, and returns a result for each item. If it throws, every caller of that batch gets the
 *   error; the next batch is still tried.
 * @returns a function that writes an item, and resolves with its result once its batch is written.
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
