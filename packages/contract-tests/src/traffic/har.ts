/** A header, query parameter or the like, as HAR 1.2 writes them. */
export interface HarField {
  /** The name of the header, cookie or parameter. */
  readonly name: string
  /** Its value. */
  readonly value: string
}

/** A request, as HAR 1.2 writes it. */
export interface HarRequest {
  /** In upper case. */
  readonly method: string
  /** The absolute URL, without a fragment. */
  readonly url: string
  /** Such as `HTTP/1.1`. */
  readonly httpVersion: string
  /** Empty in our recordings: cookies are secrets. */
  readonly cookies: readonly HarField[]
  /** In the order in which they were sent. */
  readonly headers: readonly HarField[]
  /** The parameters of the query. */
  readonly queryString: readonly HarField[]
  /** In bytes; -1 if unknown. */
  readonly headersSize: number
  /** In bytes; -1 where it is not known. */
  readonly bodySize: number
  /** The body, if there is one. */
  readonly postData?: { readonly mimeType: string; readonly text?: string }
}

/** An answer, as HAR 1.2 writes it. Its status is 0 where there was none. */
export interface HarResponse {
  /** The HTTP status; 0 if there was no answer. */
  readonly status: number
  /** The reason phrase. */
  readonly statusText: string
  /** Such as `HTTP/1.1`. */
  readonly httpVersion: string
  /** Empty in our recordings: cookies are secrets. */
  readonly cookies: readonly HarField[]
  /** In the order in which they were received. */
  readonly headers: readonly HarField[]
  /** The body, decoded. */
  readonly content: {
    /** In bytes; -1 where it is not known. */
    readonly size: number
    readonly mimeType: string
    /** Absent where the recorder did not keep it. */
    readonly text?: string
    readonly encoding?: string
  }
  /** The `Location` header; empty if there is none. */
  readonly redirectURL: string
  /** In bytes; -1 if unknown. */
  readonly headersSize: number
  /** In bytes, as received; -1 if unknown. */
  readonly bodySize: number
}

/** One request and its answer. */
export interface HarEntry {
  /** An ISO 8601 date and time. */
  readonly startedDateTime: string
  /** In milliseconds. */
  readonly time: number
  /** What was sent. */
  readonly request: HarRequest
  /** What came back. */
  readonly response: HarResponse
  /** Nothing comes from a cache. */
  readonly cache: Readonly<Record<string, never>>
  /** How long each phase took, in milliseconds. */
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number }
  /** Why there is no answer, or no body, as far as that can be said without saying what was sent. */
  readonly comment?: string
}

/** Recorded HTTP traffic, in the form of HAR 1.2. @see http://www.softwareishard.com/blog/har-12-spec/ */
export interface Har {
  /** The recording, as HAR 1.2 nests it. */
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
