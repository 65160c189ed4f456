import type { Clock } from '@partner-upgrades/client'

/**
 * Creates a clock that runs `speed` times as fast as the machine's.
 *
 * @param origin the time at which both clocks agree: the same for all processes whose clocks must agree
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
