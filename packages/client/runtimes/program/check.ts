/** A check that must pass in every runtime. */
export interface Check {
  /** A sentence that describes the expected behaviour. */
  readonly name: string
  /** @throws if the check fails. */
  readonly run: (baseUrl: string) => Promise<void>
}
