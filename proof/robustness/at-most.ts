/** Maps values asynchronously, with at most `count` calls at a time; keeps the order. */
export async function atMost<T, R>(
  count: number,
  values: readonly T[],
  work: (value: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  async function lane(): Promise<void> {
    for (let index = next++; index < values.length; index = next++) {
      const value = values[index]
      if (value !== undefined) results[index] = await work(value, index)
    }
  }
  await Promise.all(Array.from({ length: count }, lane))
  return results
}
