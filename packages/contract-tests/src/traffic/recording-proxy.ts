import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createRecorder, type Recorder, type RecorderOptions } from './recorder.ts'
import { readBody, refuseRest } from './request-body.ts'

/** The options of `startRecordingProxy`. */
export interface RecordingProxyOptions extends RecorderOptions {
  /** The base URL of the service, http or https: every request goes there. */
  readonly baseUrl: string
  /**
   * The port on the loopback interface; 0 picks a free one.
   * @default 0
   */
  readonly port?: number | undefined
  /**
   * The largest request body to accept, in bytes; a larger one gets a 413.
   * @default 10_485_760
   */
  readonly requestLimit?: number | undefined
}

/** A proxy that records. */
export interface RecordingProxy extends Pick<Recorder, 'har'> {
  /** The base URL to give to a client, without a trailing slash. */
  readonly url: string
  /** Stops listening and ends every connection. */
  close(): Promise<void>
}

/**
 * Starts a proxy on this machine only that forwards every request to one service and records it. Credentials are forwarded but not kept.
 *
 * @throws {TypeError} if the base URL is invalid.
 * @throws {Error} if it cannot listen on the port.
 */
export async function startRecordingProxy(options: RecordingProxyOptions): Promise<RecordingProxy> {
  const { port = 0, requestLimit = 10_485_760 } = options
  const base = parseBase(options.baseUrl)
  const recorder = createRecorder(options)
  const server = createServer((request, response) => {
    forward(base, recorder, request, response, requestLimit).catch(() => response.destroy())
  })
  await listen(server, port)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('The server has no address.')
  return { url: `http://127.0.0.1:${address.port}`, close: () => close(server), har: recorder.har }
}

function parseBase(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.username + url.password + url.search + url.hash !== ''
  ) {
    throw new TypeError('The base URL must be an http or https URL without credentials, query or fragment.')
  }
  if (/\/v1\/*$/i.test(url.pathname))
    throw new TypeError('The base URL must not end with /v1: clients add that themselves.')
  // Credentials are forwarded: over plain HTTP, anyone could read them, except on this machine.
  if (url.protocol === 'http:' && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname)) {
    throw new TypeError('The base URL must be https, unless it is on this machine.')
  }
  return url.origin + url.pathname.replace(/(?<!\/)\/+$/, '')
}

async function forward(
  base: string,
  recorder: Recorder,
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
): Promise<void> {
  const { method = 'GET', url = '/' } = request
  const target = url.startsWith('/') ? base + url : ''
  // No path that a caller sends may lead to another service.
  if (!URL.canParse(target) || !isBelow(new URL(target), base))
    return say(response, 400, 'This proxy forwards paths only.')
  const body = await readBody(request, limit)
  if (body === undefined) return refuseRest(request, response, `The request body is larger than ${limit} bytes.`)
  const abort = new AbortController()
  response.once('close', () => abort.abort())
  const answer = await recorder
    .fetch(target, {
      method,
      headers: passed(request),
      redirect: 'manual',
      signal: abort.signal,
      ...(body.length > 0 && method !== 'GET' && method !== 'HEAD' ? { body } : {}),
    })
    .catch((error: unknown) => describeError(error))
  if (typeof answer === 'string') return say(response, 502, `${new URL(base).origin} cannot be reached: ${answer}`)
  response.sendDate = false
  response.writeHead(answer.status, returned(answer))
  // Streamed at the caller's pace, so that even a body that decompresses to a huge size takes no memory here.
  if (answer.body === null) response.end()
  else await pipeline(answer.body, response)
}

function isBelow(url: URL, base: string): boolean {
  return url.href.toLowerCase().startsWith(`${base.toLowerCase()}/`) || url.href === base
}

/** Headers that concern one connection, or that `fetch` sets itself. */
const hops = /^(?:host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-length)$/i

function passed({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    // Bodies are read here, so `fetch` must ask for an encoding that it can decode.
    if (!hops.test(name) && name.toLowerCase() !== 'accept-encoding') headers.append(name, rawHeaders[index + 1] ?? '')
  }
  return headers
}

/** Returns the headers without the encoding, because `fetch` has decoded the body. */
function returned({ headers }: Response): string[] {
  return [...headers].flatMap(([name, value]) => (hops.test(name) || name === 'content-encoding' ? [] : [name, value]))
}

/** Describes why there is no response, without revealing what was sent. */
function describeError(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : 'the request failed'
}

function say(response: ServerResponse, status: number, text: string): void {
  response.shouldKeepAlive = false
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${text}\n`)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
    server.closeAllConnections()
  })
}
