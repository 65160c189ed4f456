/** One thing that the client has to do in every runtime. */
export interface Check {
  /** As a sentence. */
  readonly name: string
  /** @throws whatever is wrong. */
  readonly run: (baseUrl: string) => Promise<void>
}
