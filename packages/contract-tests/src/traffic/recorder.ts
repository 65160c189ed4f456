import { type AnonymiseOptions, createAnonymise, toHar } from './anonymise-har.ts'
import { type Api, productUpgrades } from './api.ts'
import type { Har, HarEntry, HarField, HarRequest, HarResponse } from './har.ts'

/** A `fetch` function, as accepted by the client. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** The options of `createRecorder`. */
export interface RecorderOptions extends AnonymiseOptions {
  /**
   * The API to record.
   * @default productUpgrades
   */
  readonly api?: Api | undefined
  /**
   * Sends the requests.
   * @default globalThis.fetch, looked up at each request
   */
  readonly fetch?: Fetch | undefined
  /**
   * The largest body to record, in characters; of a larger one, only its presence is recorded.
   * @default 1_048_576
   */
  readonly bodyLimit?: number | undefined
  /**
   * The time, in milliseconds since 1970.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined
  /**
   * Called when an exchange has finished.
   * @default none
   */
  readonly onEntry?: (() => void) | undefined
}

/** Records the traffic that goes through its `fetch`. */
export interface Recorder {
  /** Sends a request with the underlying `fetch`, and records it. Pass it to a client. */
  readonly fetch: Fetch
  /**
   * Returns the recording, anonymised, in the order of sending; waits for responses that are still arriving. Requests to other
   * APIs are left out. Data that is not anonymised never leaves the recorder.
   */
  har(): Promise<Har>
}

/**
 * Starts a recording.
 *
 * @example
 * const recorder = createRecorder()
 * const client = createProductUpgradesClient({ credential, fetch: recorder.fetch })
 * await client.checkEligibility({ customerId, productFamily: 'Azure' })
 * await writeFile('upgrades.har', JSON.stringify(await recorder.har()))
 */
export function createRecorder(options: RecorderOptions = {}): Recorder {
  const { api = productUpgrades, fetch: send = (input, init) => globalThis.fetch(input, init) } = options
  const { bodyLimit = 1_048_576, now = Date.now, onEntry = () => {} } = options
  const anonymise = createAnonymise(api, options)
  const entries: Promise<HarEntry>[] = []

  async function recordedFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const startedAt = now()
    const [ours, theirs] = split(input, init)
    const request = readRequest(ours, bodyLimit)
    const answer = send(...theirs)
    const response = answer.then((each) => ({ copy: each.clone(), headersAt: now() }))
    const entry = toEntry(startedAt, request, response)
    // The caller learns of a failure through `answer`; here it is part of the recording.
    entries.push(entry)
    void entry.then(onEntry)
    await response.catch(() => {})
    return answer
  }

  async function toEntry(
    startedAt: number,
    request: Promise<HarRequest>,
    response: Promise<{ readonly copy: Response; readonly headersAt: number }>,
  ): Promise<HarEntry> {
    const answered = await response.catch(() => undefined)
    const headersAt = answered?.headersAt ?? now()
    const read = answered === undefined ? noAnswer : await readResponse(answered.copy, bodyLimit)
    const endedAt = now()
    return {
      startedDateTime: new Date(startedAt).toISOString(),
      time: endedAt - startedAt,
      request: await request,
      response: read,
      cache: {},
      timings: { send: 0, wait: headersAt - startedAt, receive: endedAt - headersAt },
      ...(answered === undefined ? { comment: 'There was no answer' } : {}),
    }
  }

  return { fetch: recordedFetch, har: async () => toHar(anonymise(await Promise.all(entries))) }
}

const noAnswer: HarResponse = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: -1, mimeType: '' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
}

/** Returns a request for us to read, and what to send. A body can be read only once, so a stream is split. */
function split(input: string | URL | Request, init: RequestInit): [Request, Parameters<Fetch>] {
  const { signal: _, body, ...rest } = init
  if (input instanceof Request && body == null) return [new Request(input.clone(), rest), [input, init]]
  if (!(body instanceof ReadableStream))
    return [new Request(input, { ...rest, ...(body == null ? {} : { body }) }), [input, init]]
  const [ours, theirs] = body.tee()
  const half = { duplex: 'half' }
  return [new Request(input, { ...rest, ...half, body: ours }), [input, { ...init, ...half, body: theirs }]]
}

async function readRequest(request: Request, limit: number): Promise<HarRequest> {
  const mimeType = request.headers.get('content-type') ?? ''
  const text = request.body === null ? '' : await readText(request.body, limit)
  return {
    method: request.method,
    url: request.url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: fieldsOf(request.headers),
    queryString: [],
    headersSize: -1,
    bodySize: text?.length ?? -1,
    ...(text === '' ? {} : { postData: { mimeType, ...(text === undefined ? {} : { text }) } }),
  }
}

async function readResponse(response: Response, limit: number): Promise<HarResponse> {
  const text = await copyOf(response, limit)
  return {
    ...noAnswer,
    status: response.status,
    headers: fieldsOf(response.headers),
    content: {
      size: text?.length ?? -1,
      mimeType: response.headers.get('content-type') ?? 'x-unknown',
      ...(text === undefined ? {} : { text }),
    },
    bodySize: text?.length ?? -1,
  }
}

/** Reads the copy of a body. That of a redirect is cancelled, because its connection would stay open for this copy alone. */
async function copyOf(response: Response, limit: number): Promise<string | undefined> {
  if (response.body === null) return ''
  if (response.status < 300 || response.status > 399) return readText(response.body, limit)
  response.body.cancel().catch(() => {})
  return undefined
}

/** Reads the text of a body; undefined if it is too large or was cut off. */
async function readText(body: ReadableStream<Uint8Array>, limit: number): Promise<string | undefined> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  try {
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      text += decoder.decode(value, { stream: true })
      if (text.length > limit) {
        reader.cancel().catch(() => {})
        return undefined
      }
    }
    return text + decoder.decode()
  } catch {
    return undefined
  }
}

function fieldsOf(headers: Headers): readonly HarField[] {
  return [...headers].map(([name, value]) => ({ name, value }))
}
