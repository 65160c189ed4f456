/** A client library, set up as its documentation shows. */
export interface Peer {
  readonly name: string
  /** What it does for one call, in a few words. */
  readonly does: string
  /** What a user imports; absent where nothing is. */
  readonly imports?: string
  /** Makes a client; what it gives back sends the request and resolves with the answer's JSON. */
  readonly connect: (baseUrl: string) => () => Promise<unknown>
}
