/** Latencies of an operation, in milliseconds. */
export interface Latencies {
  readonly p50: number
  readonly p99: number
  readonly most: number
}

/** Measures an operation `times` times in sequence. */
export async function measureLatencies(times: number, work: () => Promise<unknown>): Promise<Latencies> {
  const all: number[] = []
  for (let time = 0; time < times; time++) {
    const begin = performance.now()
    await work()
    all.push(performance.now() - begin)
  }
  const sorted = [...all].sort((one, two) => one - two)
  const at = (share: number): number => sorted[Math.min(times - 1, Math.floor(times * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), most: at(1) }
}
