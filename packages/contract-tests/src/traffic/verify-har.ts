import type { Api } from './api.ts'
import { checkRequest } from './check-request.ts'
import { checkResponse } from './check-response.ts'
import { createFindOperation, type FindOperation, type Place } from './find-operation.ts'
import type { Addition, Finding, Findings } from './finding.ts'
import type { Har, HarEntry } from './har.ts'
import { HarError } from './read-har.ts'
import { createFindAdditions, type FindAdditions } from './schema-additions.ts'

/** The options of `verifyHar`. */
export interface VerifyHarOptions {
  /**
   * Base URLs of the API in addition to the contract's servers, such as a gateway's.
   * @default []
   */
  readonly baseUrls?: readonly string[] | undefined
}

/** The result of checking a recording against a contract. */
export interface TrafficReport {
  /** The contract that the recording was checked against. */
  readonly contract: { readonly title: string; readonly version: string; readonly hash: string }
  /** All entries of the recording. */
  readonly entries: number
  /** Entries of this API. */
  readonly checked: number
  /** Entries of other APIs. */
  readonly skipped: number
  /** Checked entries without a response: blocked, aborted, or the connection failed. */
  readonly unanswered: number
  /** Where the recording contradicts the contract. */
  readonly violations: readonly Finding[]
  /** Where the recording goes beyond the contract, with what it neither declares nor forbids. */
  readonly additions: readonly Addition[]
  /** What could not be checked, because the recording does not contain it. */
  readonly unchecked: readonly Finding[]
}

/**
 * Checks a recording against a contract: requests, statuses, headers and bodies. Entries of other APIs are skipped and counted.
 *
 * @throws {HarError} if no entry is of this API.
 * @throws {TypeError} if a base URL is invalid.
 */
export function verifyHar(har: Har, { contract, document }: Api, options: VerifyHarOptions = {}): TrafficReport {
  const { entries } = har.log
  const find = createFindOperation(contract, options.baseUrls)
  const findAdditions = createFindAdditions(document)
  const violations: Finding[] = []
  const additions: Addition[] = []
  const unchecked: Finding[] = []
  let checked = 0
  let unanswered = 0
  for (const [index, entry] of entries.entries()) {
    const place = placeOf(find, entry)
    if (place.kind === 'foreign') continue
    checked++
    if (entry.response.status === 0) unanswered++
    const operation = place.kind === 'operation' ? place.operation.id : undefined
    checkEntry({ contract, document }, place, entry, findAdditions, {
      violation: (pointer, message) => violations.push({ entry: index, operation, pointer, message }),
      addition: (kind, pointer, message) => additions.push({ entry: index, operation, kind, pointer, message }),
      unchecked: (pointer, message) => unchecked.push({ entry: index, operation, pointer, message }),
    })
  }
  if (checked === 0) throw new HarError(noneOfOurs(har, contract.title))
  const { title, version, hash } = contract
  const skipped = entries.length - checked
  const about = { title, version, hash }
  return { contract: about, entries: entries.length, checked, skipped, unanswered, violations, additions, unchecked }
}

/** Finds the place of an entry. A browser's preflight request (OPTIONS) is not part of the API. */
function placeOf(find: FindOperation, { request: { method, url } }: HarEntry): Place {
  const place = find(method, url)
  return place.kind !== 'operation' && method.toUpperCase() === 'OPTIONS' ? { kind: 'foreign' } : place
}

function checkEntry(
  { contract }: Api,
  place: Exclude<Place, { kind: 'foreign' }>,
  entry: HarEntry,
  findAdditions: FindAdditions,
  findings: Findings,
): void {
  const { request, response } = entry
  const { method } = request
  const succeeded = response.status >= 200 && response.status < 300
  switch (place.kind) {
    case 'operation':
      checkRequest(place.operation, place.path, request, findings, findAdditions)
      if (response.status !== 0) checkResponse(contract, place.operation, entry, findings, findAdditions)
      return
    case 'method': {
      const message = `${method} is not declared here; declared is ${place.operations.map((each) => each.method).join(', ')}`
      // If the service accepts it all the same, it can do more than the contract declares.
      if (succeeded) findings.addition('operation', '/request/method', message)
      else findings.violation('/request/method', message)
      return
    }
    case 'below':
      if (succeeded) findings.addition('operation', '/request/url', `${method} ${place.path} is a new operation`)
      else findings.violation('/request/url', `${method} ${place.path} is not an operation of the contract`)
  }
}

function noneOfOurs({ log: { entries } }: Har, title: string): string {
  if (entries.length === 0) return 'has no entries'
  const origins = new Set(entries.flatMap(({ request: { url } }) => (URL.canParse(url) ? [new URL(url).origin] : [])))
  const some = [...origins].slice(0, 3).join(', ')
  const went = some === '' ? '' : `; they went to ${some}${origins.size > 3 ? ' and others' : ''}`
  return `has no entry of ${title}${went}. Give the base URL if it is another than the contract's`
}
