/**
 * Waits for a wake-up call, or until a signal is aborted.
 *
 * @param begin starts the wait, and returns a function that cancels it
 * @throws the signal's reason when it is aborted.
 */
export function abortable(signal: AbortSignal | undefined, begin: (wake: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const abort = (): void => {
      takeBack()
      reject(signal?.reason)
    }
    // Registered before the wait begins, because it may end at once.
    signal?.addEventListener('abort', abort, { once: true })
    const takeBack = begin(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    })
  })
}
