/**
 * Waits until it is woken, or until a signal is aborted.
 *
 * @param begin starts the wait, and returns what takes it back
 * @throws the signal's reason when it is aborted.
 */
export function abortable(signal: AbortSignal | undefined, begin: (wake: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const abort = (): void => {
      takeBack()
      reject(signal?.reason)
    }
    // Before it begins: a wait may be over at once.
    signal?.addEventListener('abort', abort, { once: true })
    const takeBack = begin(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    })
  })
}
