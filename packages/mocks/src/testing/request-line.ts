import { withoutQuery } from '../contract/request-target.ts'

/** A request in one line. */
export function requestLine(method: string, url: string): string {
  return `${method} ${withoutQuery(url)}`
}

/** What a `fetch` rejects with where nothing answers, as for a host that cannot be reached. */
export function unanswered(method: string, url: string): TypeError {
  return new TypeError('fetch failed', {
    cause: new Error(`Nothing answers ${requestLine(method, url)} in this test.`),
  })
}
