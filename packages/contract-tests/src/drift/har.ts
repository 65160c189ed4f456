/** A header, query parameter or the like, as HAR 1.2 writes them. */
export interface HarField {
  readonly name: string
  readonly value: string
}

/** A request, as HAR 1.2 writes it. */
export interface HarRequest {
  readonly method: string
  readonly url: string
  readonly httpVersion: string
  readonly cookies: readonly HarField[]
  readonly headers: readonly HarField[]
  readonly queryString: readonly HarField[]
  readonly headersSize: number
  /** In bytes; -1 where it is not known. */
  readonly bodySize: number
  readonly postData?: { readonly mimeType: string; readonly text?: string }
}

/** An answer, as HAR 1.2 writes it. Its status is 0 where there was none. */
export interface HarResponse {
  readonly status: number
  readonly statusText: string
  readonly httpVersion: string
  readonly cookies: readonly HarField[]
  readonly headers: readonly HarField[]
  readonly content: {
    /** In bytes; -1 where it is not known. */
    readonly size: number
    readonly mimeType: string
    /** Absent where the recorder did not keep it. */
    readonly text?: string
    readonly encoding?: string
  }
  readonly redirectURL: string
  readonly headersSize: number
  readonly bodySize: number
}

/** One request and its answer. */
export interface HarEntry {
  /** An ISO 8601 date and time. */
  readonly startedDateTime: string
  /** In milliseconds. */
  readonly time: number
  readonly request: HarRequest
  readonly response: HarResponse
  readonly cache: Readonly<Record<string, never>>
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number }
  /** Why there is no answer, or no body, as far as that can be said without saying what was sent. */
  readonly comment?: string
}

/** Recorded HTTP traffic, in the form of HAR 1.2. @see http://www.softwareishard.com/blog/har-12-spec/ */
export interface Har {
  readonly log: {
    readonly version: string
    readonly creator: { readonly name: string; readonly version: string }
    readonly entries: readonly HarEntry[]
  }
}

/** The value of a header, in any case of its name; several of one name are joined. */
export function headerOf(headers: readonly HarField[], name: string): string | undefined {
  const wanted = name.toLowerCase()
  const values = headers.filter((header) => header.name.toLowerCase() === wanted).map(({ value }) => value)
  return values.length === 0 ? undefined : values.join(', ')
}

/** What a recording holds of a body. */
export type RecordedBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  /** There was one, or may have been, and the recording does not hold it. */
  | { readonly kind: 'lost' }

/** The body of a request. */
export function requestBodyOf({ postData, bodySize }: HarRequest): RecordedBody {
  if (postData?.text) return { kind: 'text', text: postData.text }
  return postData === undefined ? { kind: bodySize > 0 ? 'lost' : 'none' } : { kind: bodySize === 0 ? 'none' : 'lost' }
}

/** The body of an answer. */
export function responseBodyOf({ content, bodySize, headers }: HarResponse): RecordedBody {
  const { text, encoding, size } = content
  if (text) return { kind: 'text', text: encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text }
  if (text === '' || size === 0 || bodySize === 0 || headerOf(headers, 'content-length') === '0')
    return { kind: 'none' }
  return { kind: 'lost' }
}
