/** Headers by name, as they are written on the wire. */
export type HeaderRecord = Readonly<Record<string, string>>

/** Merges two sets of headers; if both have a name, in any case, the second set's value wins. */
export function mergeHeaders(base: HeaderRecord, extra: HeaderRecord | undefined): HeaderRecord {
  if (extra === undefined) return base
  const merged: Record<string, string> = { ...base }
  for (const name of Object.keys(extra)) {
    if (!Object.hasOwn(merged, name)) {
      const lower = name.toLowerCase()
      for (const other of Object.keys(base)) if (other.toLowerCase() === lower) delete merged[other]
    }
    merged[name] = extra[name] ?? ''
  }
  return merged
}

/** The value of a header; the name matches in any case. */
export function headerOf(headers: HeaderRecord, name: string): string | undefined {
  const exact = headers[name]
  if (exact !== undefined) return exact
  const lower = name.toLowerCase()
  for (const key in headers) if (key.length === lower.length && key.toLowerCase() === lower) return headers[key]
  return undefined
}

const framingHeaders = new Set([
  ...['connection', 'content-encoding', 'content-length', 'keep-alive', 'proxy-connection', 'trailer'],
  'transfer-encoding',
])

/**
 * Whether a header describes the framing of a message, such as `Content-Length`. Only the sender knows its value, never an example
 * (RFC 9110, sections 7.6.1, 8.4 and 8.6; RFC 9112, section 6).
 */
export function isFramingHeader(name: string): boolean {
  return framingHeaders.has(name.toLowerCase())
}
