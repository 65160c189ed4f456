import { isArray, isObject, type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'
import { UsageError } from '../usage-error.ts'
import type { Har, HarEntry, HarField, HarRequest, HarResponse } from './har.ts'

/** Thrown if the input is not a usable recording. The message is one line without a subject, such as `is not a HAR`. */
export class HarError extends UsageError {
  override readonly name = 'HarError'
}

/**
 * Reads a HAR of any tool: requires and keeps only what the checks need.
 *
 * @throws {HarError} if the text is not a HAR.
 */
export function readHar(text: string): Har {
  const value = parse(text.replace(/^\uFEFF/, ''))
  if (!isObject(value)) throw new HarError('is not a HAR: it is JSON, but not an object')
  const { log } = value
  if (!isObject(log)) throw new HarError('is not a HAR: it has no "log"')
  if (!isArray(log.entries)) throw new HarError('is not a HAR: its "log" has no list of "entries"')
  const creator = objectAt(log, 'creator')
  return {
    log: {
      version: textOf(log.version, '1.2'),
      creator: { name: textOf(creator.name, 'unknown'), version: textOf(creator.version) },
      entries: log.entries.map(readEntry),
    },
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') throw new HarError('is not a HAR: it is empty')
  if (text.trimStart().startsWith('<')) throw new HarError('is not a HAR: it is HTML or XML')
  try {
    return JSON.parse(text)
  } catch (error) {
    // The parser's own message quotes the input, which may contain a secret.
    const message = error instanceof Error ? error.message : ''
    const at = /position (\d+)/.exec(message)?.[1]
    const isCut = /end of JSON|Unterminated/i.test(message) || Number(at) >= text.trimEnd().length
    if (isCut) throw new HarError('is not a HAR: it ends in the middle of its JSON')
    const from = at === undefined ? '' : `, from line ${text.slice(0, Number(at)).split('\n').length} on`
    throw new HarError(`is not a HAR: it is not JSON${from}`)
  }
}

function readEntry(entry: unknown, index: number): HarEntry {
  const missing = (what: string) => new HarError(`is not a HAR: entry ${index} has no ${what}`)
  if (!isObject(entry)) throw new HarError(`is not a HAR: entry ${index} is not an object`)
  const { request, response } = entry
  if (!isObject(request)) throw missing('"request"')
  if (!isObject(response)) throw missing('"response"')
  if (typeof request.method !== 'string') throw missing('"request.method"')
  if (typeof request.url !== 'string') throw missing('"request.url"')
  if (typeof response.status !== 'number') throw missing('"response.status"')
  const timings = objectAt(entry, 'timings')
  return {
    startedDateTime: textOf(entry.startedDateTime, new Date(0).toISOString()),
    time: numberOf(entry.time, 0),
    request: readRequest(request, request.method, request.url),
    response: readResponse(response, response.status),
    cache: {},
    timings: {
      send: numberOf(timings.send, -1),
      wait: numberOf(timings.wait, -1),
      receive: numberOf(timings.receive, -1),
    },
  }
}

function readRequest(request: JsonObject, method: string, url: string): HarRequest {
  const { postData } = request
  return {
    method,
    url,
    httpVersion: textOf(request.httpVersion),
    cookies: fieldsOf(request.cookies),
    headers: fieldsOf(request.headers),
    queryString: fieldsOf(request.queryString),
    headersSize: numberOf(request.headersSize, -1),
    bodySize: numberOf(request.bodySize, -1),
    ...(isObject(postData)
      ? {
          postData: {
            mimeType: textOf(postData.mimeType),
            ...(typeof postData.text === 'string' ? { text: postData.text } : {}),
          },
        }
      : {}),
  }
}

function readResponse(response: JsonObject, status: number): HarResponse {
  const content = objectAt(response, 'content')
  return {
    status,
    statusText: textOf(response.statusText),
    httpVersion: textOf(response.httpVersion),
    cookies: fieldsOf(response.cookies),
    headers: fieldsOf(response.headers),
    content: {
      size: numberOf(content.size, -1),
      mimeType: textOf(content.mimeType),
      ...(typeof content.text === 'string' ? { text: content.text } : {}),
      ...(typeof content.encoding === 'string' ? { encoding: content.encoding } : {}),
    },
    redirectURL: textOf(response.redirectURL),
    headersSize: numberOf(response.headersSize, -1),
    bodySize: numberOf(response.bodySize, -1),
  }
}

function fieldsOf(value: unknown): readonly HarField[] {
  const fields = isArray(value) ? value.filter(isObject) : []
  return fields.flatMap(({ name, value: text }) =>
    typeof name === 'string' && typeof text === 'string' ? [{ name, value: text }] : [],
  )
}

function textOf(value: unknown, otherwise = ''): string {
  return typeof value === 'string' ? value : otherwise
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}
