import type { CustomerCollection } from '@partner-upgrades/spec'
import { isRecord } from '../values/json.ts'

/** The address of a page. */
export interface PageAddress {
  /** The query, without `?`. */
  readonly query: string
  /** `MS-ContinuationToken`, if the page has one. */
  readonly token?: string
}

/**
 * Reads the address of the next page from this page's link. Only the query and the token are used; path and host are the client's own, so
 * that no link can send credentials elsewhere.
 *
 * @returns `undefined` after the last page.
 */
export function nextPageOf({ links }: Pick<CustomerCollection, 'links'>): PageAddress | undefined {
  const next: unknown = links?.next
  if (!isRecord(next) || typeof next.uri !== 'string') return undefined
  const [address = ''] = next.uri.split('#')
  const [, query = ''] = address.split('?')
  const headers: readonly unknown[] = Array.isArray(next.headers) ? next.headers : []
  const token = headers.find(isToken)?.value
  return { query, ...(token !== undefined && { token }) }
}

function isToken(header: unknown): header is { readonly value: string } {
  if (!isRecord(header) || typeof header.key !== 'string') return false
  return header.key.toLowerCase() === 'ms-continuationtoken' && typeof header.value === 'string'
}
