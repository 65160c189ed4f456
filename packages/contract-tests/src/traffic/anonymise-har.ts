import { STATUS_CODES } from 'node:http'
import type { Api } from './api.ts'
import { createFieldRules } from './field-rules.ts'
import { createFindAnywhere, type Place } from './find-operation.ts'
import { type Har, type HarEntry, type HarRequest, type HarResponse, requestBodyOf, responseBodyOf } from './har.ts'
import { createPseudonyms } from './pseudonyms.ts'
import { learnBody, scrubBody } from './scrub-body.ts'
import { keptHeaders, learnHeaders, scrubHeaders, scrubType } from './scrub-headers.ts'
import { createScrubber } from './scrub-text.ts'
import { scrubUrl } from './scrub-url.ts'

/** The options for anonymising. */
export interface AnonymiseOptions {
  /**
   * Texts of at least four characters to remove in addition to what is found to be secret, such as names of customers.
   * @default []
   */
  readonly secrets?: readonly string[] | undefined
  /**
   * Draws a GUID as a pseudonym.
   * @default crypto.randomUUID
   */
  readonly randomGuid?: (() => string) | undefined
}

/** Anonymises entries. One anonymiser always gives the same GUID the same pseudonym. */
export type Anonymise = (entries: readonly HarEntry[]) => readonly HarEntry[]

/**
 * Creates an anonymiser, which removes from recorded traffic everything that identifies the caller or the customer. GUIDs get
 * pseudonyms. Tokens, cookies, names, everything that looks like a secret, the values of undeclared properties and headers, and
 * bodies that are not JSON are removed. Entries of other APIs are left out.
 */
export function createAnonymise({ contract, document }: Api, options: AnonymiseOptions = {}): Anonymise {
  const { secrets = [], randomGuid = () => crypto.randomUUID() } = options
  const { rule, vocabulary } = createFieldRules(document)
  const scrubber = createScrubber(createPseudonyms(randomGuid), vocabulary)
  const kept = keptHeaders(contract)
  const find = createFindAnywhere(contract)
  for (const secret of secrets) scrubber.learn(secret)

  function learn({ request, response }: HarEntry): void {
    learnHeaders([...request.headers, ...response.headers], kept, scrubber)
    for (const { value } of [...request.cookies, ...response.cookies]) scrubber.learn(value)
    const { username, password } = new URL(request.url)
    for (const part of [username, password]) scrubber.learn(part)
    for (const body of [requestBodyOf(request), responseBodyOf(response)]) {
      if (body.kind === 'text') learnBody(body.text, rule, scrubber)
    }
  }

  function scrubRequest(request: HarRequest, place: Place): HarRequest {
    const url = scrubUrl(request.url, place, contract, scrubber)
    const body = requestBodyOf(request)
    const text = body.kind === 'text' ? scrubBody(body.text, rule, scrubber) : undefined
    const mimeType = scrubType(request.postData?.mimeType ?? '')
    return {
      method: /^[A-Za-z]{1,16}$/.test(request.method) ? request.method : 'UNKNOWN',
      url,
      httpVersion: scrubVersion(request.httpVersion),
      cookies: [],
      headers: scrubHeaders(request.headers, kept, contract, scrubber),
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: body.kind === 'none' ? 0 : text === undefined ? -1 : Buffer.byteLength(text),
      ...(body.kind === 'none' ? {} : { postData: { mimeType, ...(text === undefined ? {} : { text }) } }),
    }
  }

  function scrubResponse(response: HarResponse): HarResponse {
    const body = responseBodyOf(response)
    const text = body.kind === 'text' ? scrubBody(body.text, rule, scrubber) : body.kind === 'none' ? '' : undefined
    const size = text === undefined ? -1 : Buffer.byteLength(text)
    return {
      status: response.status,
      statusText: STATUS_CODES[response.status] ?? '',
      httpVersion: scrubVersion(response.httpVersion),
      cookies: [],
      headers: scrubHeaders(response.headers, kept, contract, scrubber),
      content: { size, mimeType: scrubType(response.content.mimeType), ...(text === undefined ? {} : { text }) },
      redirectURL: '',
      headersSize: -1,
      bodySize: size,
    }
  }

  return (entries) => {
    const own = entries.flatMap((entry): { entry: HarEntry; place: Place }[] => {
      const place = find(entry.request.method, entry.request.url)
      return place.kind === 'foreign' ? [] : [{ entry, place }]
    })
    // Private texts are collected before anything is written: a name may occur before the member that identifies it.
    for (const { entry } of own) learn(entry)
    return own.map(({ entry, place }) => ({
      startedDateTime: scrubDate(entry.startedDateTime),
      time: entry.time,
      request: scrubRequest(entry.request, place),
      response: scrubResponse(entry.response),
      cache: {},
      timings: entry.timings,
      ...(entry.comment === undefined ? {} : { comment: scrubber.text(entry.comment) }),
    }))
  }
}

/** Anonymises a whole recording, with pseudonyms for this recording only. */
export function anonymiseHar(har: Har, api: Api, options: AnonymiseOptions = {}): Har {
  return toHar(createAnonymise(api, options)(har.log.entries))
}

/** Wraps entries in a HAR that names this package as its creator. */
export function toHar(entries: readonly HarEntry[]): Har {
  return { log: { version: '1.2', creator: { name: '@partner-upgrades/contract-tests', version: '1' }, entries } }
}

function scrubVersion(version: string): string {
  return /^(?:HTTP\/|h)[\d.]{1,4}$/i.test(version) ? version : 'HTTP/1.1'
}

function scrubDate(date: string): string {
  const time = Date.parse(date)
  return new Date(Number.isNaN(time) ? 0 : time).toISOString()
}
