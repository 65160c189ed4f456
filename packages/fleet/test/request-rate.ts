import type { Service } from './service.ts'

/** How fast requests came, and how many of them too fast. */
export interface RequestRate {
  /** Requests a second that were answered. */
  readonly rate: number
  /** The share of all that was refused with 429. */
  readonly refused: number
}

/**
 * How many requests a second were answered from a moment on, while there was more to do than could be done, and which share of all was
 * refused.
 *
 * @param since milliseconds since 1970
 */
export function rateOf({ partnerCenter: { requests } }: Service, since: number): RequestRate {
  const answered = requests.filter(({ status }) => status !== 429).map(({ at }) => at)
  const times = answered.slice(0, Math.floor(answered.length * 0.95)).filter((at) => at >= since)
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000
  return { rate: (times.length - 1) / seconds, refused: 1 - answered.length / requests.length }
}

/** Notes when the last of so many workers was heard of for the first time: they take their time to start. */
export function rollCall(count: number): { readonly heard: (worker: string) => void; complete(): number } {
  const workers = new Set<string>()
  let at = Number.POSITIVE_INFINITY
  return {
    heard(worker) {
      if (workers.size < count && workers.add(worker).size === count) at = Date.now()
    },
    complete: () => at,
  }
}
