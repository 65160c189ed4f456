import type { Clock } from '@partner-upgrades/client'

/**
 * The machine's clock, so many times as fast.
 *
 * @param origin the moment at which it shows what the machine's clock does: the same for all processes whose clocks have to agree
 */
export function createFastClock(speed: number, origin: number): Clock {
  return {
    now: () => origin + (performance.timeOrigin + performance.now() - origin) * speed,
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
