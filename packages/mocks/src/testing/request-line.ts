/** A request in one line, without its query, which may hold secrets. */
export function requestLine(method: string, url: string): string {
  return `${method} ${url.replace(/[?#].*/s, '')}`
}

/** What a `fetch` rejects with where nothing answers, as for a host that cannot be reached. */
export function unanswered(method: string, url: string): TypeError {
  return new TypeError('fetch failed', {
    cause: new Error(`Nothing answers ${requestLine(method, url)} in this test.`),
  })
}
