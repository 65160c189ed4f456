/** A request as the core reads it: only what every adapter can provide cheaply. */
export interface IncomingMessage {
  /** HTTP method, in upper case. */
  readonly method: string
  /** Path and query, after the base URL: `/v1/things/1?expand=true`. */
  readonly target: string
  /** The value of a header, or null; the name is in lower case. */
  header(name: string): string | null
  /** Every header, names in lower case. The function is kept for long: it must retain nothing but the headers. */
  readonly headers: () => Iterable<readonly [name: string, value: string]>
  /** The body as text; empty if there is none. */
  text(): Promise<string>
}

/** A response, serialised but not sent yet. */
export interface OutgoingMessage {
  /** HTTP status; 0 where nothing is sent. */
  readonly status: number
  /** Headers by name. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as text; absent for a response without one. */
  readonly body?: string
  /** Absent if the response arrives unharmed. */
  readonly fate?: Fate
}

/**
 * What becomes of a response that does not arrive whole: the connection is closed instead, it never comes while the
 * connection stays open, or the connection is closed after so many bytes of the body.
 */
export type Fate =
  | { readonly kind: 'dropped' }
  | { readonly kind: 'stalled' }
  | { readonly kind: 'cut'; readonly after: number }
