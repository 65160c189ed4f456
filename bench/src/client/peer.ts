/** A client library, set up as its documentation shows. */
export interface Peer {
  readonly name: string
  /** The work it does for one call, in a few words. */
  readonly does: string
  /** The package that a user imports; absent if none is needed. */
  readonly imports?: string
  /** Creates a client, and returns a function that sends the request and resolves to the JSON of the response. */
  readonly connect: (baseUrl: string) => () => Promise<unknown>
}
