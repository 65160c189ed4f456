import type { Operation } from '@partner-upgrades/spec'
import { isObject, parseJson } from '@partner-upgrades/spec-diff/document'
import { type AnonymiseOptions, anonymiseHar, toHar } from './anonymise-har.ts'
import { type Api, productUpgrades } from './api.ts'
import { responseKey } from './check-response.ts'
import { printable, toYaml, type YamlValue } from './exchange-text.ts'
import { createFindAnywhere, createFindOperation } from './find-operation.ts'
import type { Finding } from './finding.ts'
import {
  type Har,
  type HarEntry,
  type HarField,
  headerOf,
  type RecordedBody,
  requestBodyOf,
  responseBodyOf,
} from './har.ts'
import { HarError } from './read-har.ts'
import { removed } from './scrub-text.ts'
import { verifyHar } from './verify-har.ts'

/** The options of `promote`. */
export interface PromoteOptions extends AnonymiseOptions {
  /**
   * The API that the recording is about.
   * @default productUpgrades
   */
  readonly api?: Api | undefined
  /**
   * Where the traffic comes from, in words: enough to find it again.
   * @default Traffic recorded on the day of the entry
   */
  readonly source?: string | undefined
  /**
   * What the exchange shows, in words.
   * @default operation, status and fault code
   */
  readonly summary?: string | undefined
  /**
   * Whether the recording is anonymous already; its pseudonyms are then kept.
   * @default false: it is anonymised once more
   */
  readonly anonymous?: boolean | undefined
}

/** An entry of a recording, as a file of the specification's `exchanges/`. */
export interface Promotion {
  /** The name of the file, without `.yaml`. */
  readonly name: string
  /** Its content, YAML. */
  readonly text: string
  /** What has to change in the specification first: until then, it contradicts this exchange. */
  readonly needs: readonly Finding[]
}

/**
 * Turns an entry of a recording into an exchange with evidence `captured`. Credentials are removed and customers pseudonymised,
 * whoever made the recording.
 *
 * @param index The entry, from 0.
 * @throws {HarError} if there is no such entry, or it is not a whole exchange of this API.
 */
export function promote(har: Har, index: number, options: PromoteOptions = {}): Promotion {
  const { api = productUpgrades } = options
  const recorded = har.log.entries[index]
  if (recorded === undefined) throw new HarError(`has no entry ${index}; it has ${har.log.entries.length}, from 0`)
  const place = createFindAnywhere(api.contract)(recorded.request.method, recorded.request.url)
  if (place.kind !== 'operation') throw new HarError(`entry ${index} is not an operation of ${api.contract.title}`)
  if (recorded.response.status === 0) throw new HarError(`entry ${index} has no response`)
  const [clean = recorded] = options.anonymous ? [recorded] : anonymiseHar(toHar([recorded]), api, options).log.entries
  const { operation } = place
  const entry = atServer(clean, operation, api)
  const bodies = [requestBodyOf(entry.request), responseBodyOf(entry.response)] as const
  const isLost = bodies[0].kind === 'lost' || (bodies[1].kind === 'lost' && expectsBody(operation, entry))
  if (isLost) throw new HarError(`entry ${index} has no body in the recording`)
  const report = verifyHar(toHar([entry]), api)
  const contradictions = [
    ...report.violations,
    ...report.additions.filter(({ kind }) => kind === 'status' || kind === 'body'),
  ]
  const needs = contradictions.filter(({ pointer }) => pointer.startsWith('/response'))
  const broken = report.violations.find(({ pointer }) => pointer.startsWith('/request/body'))
  const code = codeOf(bodies[1])
  const { status } = entry.response
  const suffix = code === undefined ? status : `${status}-${code}`
  const day = entry.startedDateTime.slice(0, 10)
  return {
    name: `${operation.id}.captured-${suffix}`,
    text: toYaml({
      operation: operation.id,
      summary:
        options.summary ??
        `${operation.summary}, answered with ${status}${code === undefined ? '' : ` and fault ${code}`}`,
      'x-evidence': { level: 'captured', source: options.source ?? `Traffic recorded on ${day}` },
      request: {
        method: entry.request.method.toUpperCase(),
        url: entry.request.url,
        ...headersOf(entry.request.headers, requestNames(operation)),
        ...bodyOf(bodies[0], broken && `The body ${broken.message}, at ${broken.pointer}`),
      },
      response: {
        status,
        ...headersOf(entry.response.headers, responseNames(operation, status)),
        ...bodyOf(bodies[1], undefined),
      },
    }),
    needs: needs.map((finding) => ({ ...finding, entry: index })),
  }
}

/** Moves an entry to a server of the contract, wherever it was recorded. */
function atServer(entry: HarEntry, operation: Operation, { contract }: Api): HarEntry {
  const { method, url } = entry.request
  if (createFindOperation(contract)(method, url).kind === 'operation') return entry
  const { pathname, search } = new URL(url)
  const length = operation.path.split('/').filter((segment) => segment !== '').length
  const path = pathname.replace(/\/$/, '').split('/').slice(-length).join('/')
  const server = (operation.servers ?? contract.servers)[0] ?? ''
  return { ...entry, request: { ...entry.request, url: `${server.replace(/\/$/, '')}/${path}${search}` } }
}

function expectsBody(operation: Operation, { response: { status } }: HarEntry): boolean {
  const response = operation.responses[responseKey(operation, status) ?? '']
  return response !== undefined && Object.keys(response.content).length > 0
}

function requestNames({ parameters }: Operation): readonly string[] {
  const own = parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name)
  return ['Authorization', 'Accept', 'Content-Type', ...own]
}

function responseNames(operation: Operation, status: number): readonly string[] {
  const declared = operation.responses[responseKey(operation, status) ?? '']?.headers ?? []
  return ['Content-Type', ...declared.map(({ name }) => name)]
}

/** Declared headers are replayed in the contract's spelling; the others are listed with the reason for their omission. */
function headersOf(headers: readonly HarField[], names: readonly string[]): { readonly [name: string]: YamlValue } {
  const spelling = new Map(names.map((name) => [name.toLowerCase(), name]))
  const seen = new Map(headers.map(({ name }) => [name.toLowerCase(), name]))
  const replayed: [string, string][] = []
  const omitted: { name: string; value: string; reason: string }[] = []
  for (const [key, recordedName] of seen) {
    const name = spelling.get(key)
    const value = headerOf(headers, key) ?? ''
    if (name !== undefined && value !== removed) replayed.push([name, value])
    else omitted.push({ name: name ?? recordedName, value, reason: reasonFor(key, value) })
  }
  return { headers: Object.fromEntries(replayed), omitted: omitted.length === 0 ? undefined : omitted }
}

function reasonFor(name: string, value: string): string {
  if (value === removed) return 'Removed from the recording, as it may tell who called or about whom'
  if (/^(?:content-length|transfer-encoding|date|cache-control)$/.test(name)) return 'Set by HTTP, for each message'
  return 'Not described by the specification'
}

function bodyOf(body: RecordedBody, broken: string | undefined): { readonly [name: string]: YamlValue } {
  if (body.kind !== 'text') return {}
  const summary = 'As it was recorded, without what tells who called or about whom'
  const value = parseJson(body.text)
  if (value === undefined) return { body: { summary, malformed: 'Not JSON, as it was recorded', text: body.text } }
  return { body: { summary, malformed: broken, value: { json: printable(JSON.stringify(value, undefined, 2)) } } }
}

function codeOf(body: RecordedBody): string | undefined {
  const value = body.kind === 'text' ? parseJson(body.text) : undefined
  const code = isObject(value) ? value.code : undefined
  return /^\w{1,20}$/.test(String(code)) && code != null ? String(code) : undefined
}
