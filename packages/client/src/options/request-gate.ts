/**
 * Lets the requests of clients through, and holds all of them back while the service asks for a pause. A turn is waited for before anything
 * is recorded and before the time of an attempt begins.
 */
export interface RequestGate {
  /** Lets a request through if it may be sent at once; otherwise returns `false`. */
  pass(): boolean
  /**
   * Resolves when a request that could not pass at once may be sent.
   *
   * @throws the signal's reason, as soon as it is aborted.
   */
  wait(signal: AbortSignal | undefined): Promise<void>
  /** Called when a request that was let through is over. */
  leave(): void
  /** Called after a 429: lets nothing through for this many milliseconds. */
  close(ms: number): void
}
