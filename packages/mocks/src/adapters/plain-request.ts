/** The parts of a `Request` that the mock reads. */
export interface RequestLike extends Pick<Request, 'method' | 'url' | 'headers' | 'text'> {
  /** Absent if the caller cannot abort. */
  readonly signal?: AbortSignal
}

/**
 * Reads the request that a `fetch` with these arguments makes. Constructing a `Request` takes as long as the rest of the call, so a URL
 * with plain options is read without one.
 *
 * @throws TypeError where `new Request` does.
 */
export function readRequest(input: RequestInfo | URL, init?: RequestInit): RequestLike {
  if (input instanceof Request) return init === undefined ? input : new Request(input, init)
  const url = plainUrl(input)
  const options = init ?? {}
  return url !== undefined && isPlain(options) && keepsHeaders() ? fromPlain(url, options) : new Request(input, init)
}

function plainUrl(input: string | URL): string | undefined {
  const url = typeof input === 'string' ? URL.parse(input) : input
  return url instanceof URL && url.username === '' && url.password === '' ? url.href : undefined
}

/** Options that need no conversion and, except for headers, no validation. */
interface PlainInit {
  readonly method?: string
  readonly headers?: HeadersInit
  readonly body?: string | null
  readonly signal?: AbortSignal | null
}

const names: ReadonlySet<string> = new Set<keyof PlainInit>(['method', 'headers', 'body', 'signal'])
const methods: ReadonlySet<unknown> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

function isPlain(init: RequestInit): init is PlainInit {
  for (const name in init) if (!names.has(name)) return false
  const { method = 'GET', body = null, signal = null } = init
  return (
    methods.has(method) &&
    (body === null || (typeof body === 'string' && method !== 'GET' && method !== 'HEAD')) &&
    (signal === null || signal instanceof AbortSignal)
  )
}

function fromPlain(url: string, { method = 'GET', headers: given, body = null, signal }: PlainInit): RequestLike {
  const headers = new Headers(given)
  if (body !== null && !headers.has('content-type')) headers.set('Content-Type', 'text/plain;charset=UTF-8')
  return { method, url, headers, ...(signal && { signal }), text: async () => asReceived(body ?? '') }
}

/** A text as the receiver decodes it: lone surrogates are replaced, and a byte order mark at the start is dropped. */
function asReceived(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\uFFFD')
  return wellFormed.startsWith('\uFEFF') ? wellFormed.slice(1) : wellFormed
}

let kept: boolean | undefined

/** Whether a `Request` keeps all headers: in a browser, it drops those that pages may not set. */
function keepsHeaders(): boolean {
  kept ??= new Request('https://any.example', { headers: { Cookie: 'any' } }).headers.has('cookie')
  return kept
}
