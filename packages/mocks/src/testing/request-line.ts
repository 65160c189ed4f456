import { withoutQuery } from '../contract/request-target.ts'

/** Describes a request in one line, without its query. */
export function requestLine(method: string, url: string): string {
  return `${method} ${withoutQuery(url)}`
}

/** The error of a `fetch` that nothing handles, as for an unreachable host. */
export function unanswered(method: string, url: string): TypeError {
  return new TypeError('fetch failed', {
    cause: new Error(`Nothing answers ${requestLine(method, url)} in this test.`),
  })
}
