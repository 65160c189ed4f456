/** The path of a request target. */
export function pathOf(target: string): string {
  const mark = target.indexOf('?')
  return mark === -1 ? target : target.slice(0, mark)
}

/** A URL without its query, which may hold secrets, and without its fragment. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*/s, '')
}

/** The query of a request target, without its question mark. */
export function queryOf(target: string): string {
  const mark = target.indexOf('?')
  return mark === -1 ? '' : target.slice(mark + 1)
}
