/** A header, query parameter or the like, as HAR 1.2 writes them. */
export interface HarField {
  /** The name of the header, cookie or parameter. */
  readonly name: string
  /** Its value. */
  readonly value: string
}

/** A request, as HAR 1.2 writes it. */
export interface HarRequest {
  /** The method, in upper case. */
  readonly method: string
  /** The absolute URL, without a fragment. */
  readonly url: string
  /** The HTTP version, such as `HTTP/1.1`. */
  readonly httpVersion: string
  /** Empty in our recordings: cookies are secrets. */
  readonly cookies: readonly HarField[]
  /** The headers, in the order in which they were sent. */
  readonly headers: readonly HarField[]
  /** The parameters of the query. */
  readonly queryString: readonly HarField[]
  /** The size of the headers, in bytes; -1 if unknown. */
  readonly headersSize: number
  /** The size of the body, in bytes; -1 if unknown. */
  readonly bodySize: number
  /** The body, if there is one. */
  readonly postData?: { readonly mimeType: string; readonly text?: string }
}

/** A response, as HAR 1.2 writes it. */
export interface HarResponse {
  /** The HTTP status; 0 if there was no response. */
  readonly status: number
  /** The reason phrase. */
  readonly statusText: string
  /** The HTTP version, such as `HTTP/1.1`. */
  readonly httpVersion: string
  /** Empty in our recordings: cookies are secrets. */
  readonly cookies: readonly HarField[]
  /** The headers, in the order in which they were received. */
  readonly headers: readonly HarField[]
  /** The body, decoded. */
  readonly content: {
    /** The size of the body, in bytes; -1 if unknown. */
    readonly size: number
    readonly mimeType: string
    /** Absent if the recorder did not keep it. */
    readonly text?: string
    readonly encoding?: string
  }
  /** The `Location` header; empty if there is none. */
  readonly redirectURL: string
  /** The size of the headers, in bytes; -1 if unknown. */
  readonly headersSize: number
  /** The size of the body as received, in bytes; -1 if unknown. */
  readonly bodySize: number
}

/** One request and its response. */
export interface HarEntry {
  /** When the request was sent, as an ISO 8601 date and time. */
  readonly startedDateTime: string
  /** The duration of the exchange, in milliseconds. */
  readonly time: number
  /** The request. */
  readonly request: HarRequest
  /** The response. */
  readonly response: HarResponse
  /** Empty, because nothing comes from a cache. */
  readonly cache: Readonly<Record<string, never>>
  /** How long each phase took, in milliseconds. */
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number }
  /** Why there is no response or no body, without revealing what was sent. */
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

/** Returns the value of a header, ignoring the case of its name; repeated headers are joined. */
export function headerOf(headers: readonly HarField[], name: string): string | undefined {
  const wanted = name.toLowerCase()
  const values = headers.filter((header) => header.name.toLowerCase() === wanted).map(({ value }) => value)
  return values.length === 0 ? undefined : values.join(', ')
}

/** What a recording contains of a body. */
export type RecordedBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  /** There was a body, or may have been one, that the recording does not contain. */
  | { readonly kind: 'lost' }

/** Returns the body of a request. */
export function requestBodyOf({ postData, bodySize }: HarRequest): RecordedBody {
  if (postData?.text) return { kind: 'text', text: postData.text }
  return postData === undefined ? { kind: bodySize > 0 ? 'lost' : 'none' } : { kind: bodySize === 0 ? 'none' : 'lost' }
}

/** Returns the body of a response. */
export function responseBodyOf({ content, bodySize, headers }: HarResponse): RecordedBody {
  const { text, encoding, size } = content
  if (text) return { kind: 'text', text: encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text }
  if (text === '' || size === 0 || bodySize === 0 || headerOf(headers, 'content-length') === '0')
    return { kind: 'none' }
  return { kind: 'lost' }
}
