/**
 * Works on several items of a source at once, and yields the results in the order of the items. Reads no further ahead than that.
 *
 * @throws any error of the source or the work. The signal passed to `work` is aborted then, or when the consumer stops early.
 */
export async function* inOrder<T, Result>(
  source: AsyncIterable<T>,
  atOnce: number,
  work: (item: T, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const controller = new AbortController()
  const running: Promise<Result>[] = []
  try {
    for await (const item of source) {
      const result = work(item, controller.signal)
      // It is awaited later; until then, a rejection must not count as unhandled.
      result.catch(() => {})
      running.push(result)
      const first = running.length >= atOnce ? running.shift() : undefined
      if (first) yield await first
    }
    for (const result of running) yield await result
  } finally {
    controller.abort()
  }
}
