import { UsageError } from '../usage-error.ts'

/**
 * Parses the value of `--base-url`: the URL of the API, without `/v1`.
 *
 * @throws {UsageError} if it is not such a URL.
 */
export function readBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new UsageError(`--base-url is not a URL: ${text}`)
  // Any other part of a URL would end up in error messages and reports.
  if (/[@?#]/.test(url.href)) throw new UsageError('--base-url must not contain a user, a query or a fragment.')
  if (/\/v1\/*$/i.test(url.pathname)) throw new UsageError(`--base-url must not end with /v1: ${text}.`)
  return url
}
