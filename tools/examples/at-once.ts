/**
 * Runs a function for each item, at most `count` at a time. Once one has failed, the signal stops those running, and no more start.
 *
 * @param signal stops all of them
 * @throws the first error, once all have ended.
 */
export async function atOnce<Item>(
  count: number,
  items: readonly Item[],
  run: (item: Item, signal: AbortSignal) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const waiting = [...items]
  const failures: unknown[] = []
  const siblings = new AbortController()
  const stop = AbortSignal.any(signal ? [siblings.signal, signal] : [siblings.signal])
  async function work(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined && failures.length === 0; item = waiting.shift()) {
      await run(item, stop).catch((error: unknown) => {
        failures.push(error)
        siblings.abort(new Error('Stopped, since another failed.'))
      })
    }
  }
  await Promise.all(Array.from({ length: count }, work))
  if (failures.length > 0) throw failures[0]
}
