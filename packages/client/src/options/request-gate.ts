/**
 * Admits the requests of clients, and holds all of them back after the service has asked for a pause. A call waits for admission before
 * anything is recorded and before the timeout of an attempt starts.
 */
export interface RequestGate {
  /** Admits a request if it may be sent at once; otherwise returns `false`. */
  pass(): boolean
  /**
   * Resolves when a request that could not pass at once may be sent.
   *
   * @throws the signal's reason, as soon as it is aborted.
   */
  wait(signal: AbortSignal | undefined): Promise<void>
  /** Called when an admitted request has finished. */
  leave(): void
  /** Called after a 429: admits no request for this many milliseconds. */
  close(ms: number): void
}
