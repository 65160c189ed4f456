/**
 * Returns a promise that rejects with the signal's reason as soon as the signal is aborted, and leaves no listener behind.
 *
 * @param start starts the work, and returns a function that stops it early
 */
export function abortable<T>(
  signal: AbortSignal | undefined,
  start: (resolve: (value: T) => void, reject: (reason: unknown) => void) => () => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const release = (): void => signal?.removeEventListener('abort', abort)
    const abort = (): void => {
      stop()
      release()
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort)
    const stop = start(
      (value) => {
        release()
        resolve(value)
      },
      (reason) => {
        release()
        reject(reason)
      },
    )
  })
}
