/**
 * Returns the path and query of a URL after its base URL, or undefined if it is below none of them.
 *
 * @param anywhere whether to ignore the URL's origin, because the caller addressed the mock itself
 */
export type LocateBelowBase = (url: string, anywhere?: boolean) => string | undefined

interface Base {
  /** Absent if the contract's server URL has no origin, such as `/api`. */
  readonly origin?: string
  /** In lower case, without a trailing slash. */
  readonly prefix: string
}

/**
 * Creates a matcher for the base URLs of an API.
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
  // Request URLs are already normalised: slicing them by hand is safe, and much cheaper than parsing them again.
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
