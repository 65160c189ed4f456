import type { Service } from './service.ts'

/** The rate of requests, and the share of them that was throttled. */
export interface RequestRate {
  /** Requests per second that were not throttled. */
  readonly rate: number
  /** The share of all requests that got a 429. */
  readonly refused: number
}

/**
 * Measures the rate of requests from a moment on, without the last 5 %, for which there was too little left to do; and the share of all
 * that was throttled.
 *
 * @param since the start of the measurement, in milliseconds since 1970
 */
export function rateOf({ partnerCenter: { requests } }: Service, since: number): RequestRate {
  const answered = requests.filter(({ status }) => status !== 429).map(({ at }) => at)
  const times = answered.slice(0, Math.floor(answered.length * 0.95)).filter((at) => at >= since)
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000
  return { rate: (times.length - 1) / seconds, refused: 1 - answered.length / requests.length }
}

/** Notes when the last of `count` workers was first heard of, because workers take a while to start. */
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
