/** A request as the core reads it: no more than every adapter can give without cost. */
export interface IncomingMessage {
  readonly method: string
  /** Path and query, after the base URL: `/v1/things/1?expand=true`. */
  readonly target: string
  /** The value of a header, or null; the name is in lower case. */
  header(name: string): string | null
  /** Every header, names in lower case. It is kept for long, so it must hold on to nothing but the headers. */
  readonly headers: () => Iterable<readonly [name: string, value: string]>
  /** The body as text; empty if there is none. */
  text(): Promise<string>
}

/** An answer on its way out: everything serialised, nothing sent. */
export interface OutgoingMessage {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** Absent where the answer simply arrives. */
  readonly fate?: Fate
}

/**
 * What happens to an answer other than arriving: the connection is closed in place of it, it never comes while the
 * connection stays open, or the connection is closed after so many bytes of the body.
 */
export type Fate =
  | { readonly kind: 'dropped' }
  | { readonly kind: 'stalled' }
  | { readonly kind: 'cut'; readonly after: number }
