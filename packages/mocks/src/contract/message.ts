/** A request as the core reads it: only what every adapter can provide cheaply. */
export interface IncomingMessage {
  /** HTTP method, in upper case. */
  readonly method: string
  /** Path and query, after the base URL: `/v1/things/1?expand=true`. */
  readonly target: string
  /** The value of a header, or null; the name is in lower case. */
  header(name: string): string | null
  /** Every header, names in lower case. The journal keeps this function: it must not retain anything but the headers. */
  readonly headers: () => Iterable<readonly [name: string, value: string]>
  /** The body as text; empty if there is none. */
  text(): Promise<string>
}

/** A response, serialised but not sent yet. */
export interface OutgoingMessage {
  /** HTTP status; 0 if nothing is sent. */
  readonly status: number
  /** Headers by name. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text; absent for a response without one. */
  readonly body?: string
  /** Absent if the response arrives intact. */
  readonly fate?: Fate
}

/**
 * How a response fails to arrive: the connection closes instead (`dropped`), stays open without a response (`stalled`), or
 * closes after this many bytes of the body (`cut`).
 */
export type Fate =
  | { readonly kind: 'dropped' }
  | { readonly kind: 'stalled' }
  | { readonly kind: 'cut'; readonly after: number }
