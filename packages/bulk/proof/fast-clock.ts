import type { Clock } from '@partner-upgrades/client'

/** The machine's clock, so many times as fast. */
export function createFastClock(speed: number): Clock {
  const start = Date.UTC(2026, 0, 1)
  const begin = performance.now()
  return {
    now: () => start + (performance.now() - begin) * speed,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const abort = (): void => {
          clearTimeout(timer)
          reject(signal?.reason)
        }
        const timer = setTimeout(() => {
          signal?.removeEventListener('abort', abort)
          resolve()
        }, ms / speed)
        signal?.addEventListener('abort', abort, { once: true })
      }),
  }
}
