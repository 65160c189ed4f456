/**
 * The part of a URL after the base URL it belongs to: path and query. Undefined if it belongs to none.
 *
 * @param anywhere whether its origin says nothing, as when the mock itself was addressed
 */
export type LocateBelowBase = (url: string, anywhere?: boolean) => string | undefined

interface Base {
  /** Absent where the contract gives a server without an origin, such as `/api`. */
  readonly origin?: string
  /** In lower case, without a slash at its end. */
  readonly prefix: string
}

/**
 * Recognises the base URLs of an API.
 *
 * @throws TypeError if one of them is not a URL.
 */
export function createBaseUrlMatcher(baseUrls: readonly string[]): LocateBelowBase {
  const bases = baseUrls.map(parseBase)
  return (url, anywhere = false) => locate(bases, url, anywhere)
}

function parseBase(baseUrl: string): Base {
  if (baseUrl.startsWith('/')) return { prefix: trimSlash(baseUrl).toLowerCase() }
  if (!URL.canParse(baseUrl)) throw new TypeError(`A base URL must be absolute or start with a slash: ${baseUrl}`)
  const { origin, pathname } = new URL(baseUrl)
  return { origin, prefix: trimSlash(pathname).toLowerCase() }
}

function locate(bases: readonly Base[], url: string, anywhere: boolean): string | undefined {
  // URLs of requests are normalised already: cutting one up by hand is safe, and much cheaper than parsing it again.
  const start = url.startsWith('/') ? 0 : pathStart(url)
  const hash = url.indexOf('#', start)
  const end = hash === -1 ? url.length : hash
  for (const { origin, prefix } of bases) {
    if (!anywhere && origin !== undefined && !(start === origin.length && url.startsWith(origin))) continue
    const rest = start + prefix.length
    if (prefix !== '') {
      if (url.slice(start, rest).toLowerCase() !== prefix) continue
      if (rest < end && url[rest] !== '/' && url[rest] !== '?') continue
    }
    return url.slice(rest, end)
  }
  return undefined
}

function pathStart(url: string): number {
  const authority = url.indexOf('://')
  const slash = url.indexOf('/', authority + 3)
  return slash === -1 ? url.length : slash
}

function trimSlash(path: string): string {
  return path.replace(/(?<!\/)\/+$/, '')
}
