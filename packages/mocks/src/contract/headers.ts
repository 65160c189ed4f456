/** Headers by name, as they are written on the wire. */
export type HeaderRecord = Readonly<Record<string, string>>

/** Both sets of headers; where a name is in both, in whatever case, the second set's value counts. */
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

/** Whether there is a header of this name, given in lower case. */
export function hasHeader(headers: HeaderRecord, lower: string): boolean {
  for (const name in headers) if (name.length === lower.length && name.toLowerCase() === lower) return true
  return false
}

const framingHeaders = new Set([
  ...['connection', 'content-encoding', 'content-length', 'keep-alive', 'proxy-connection', 'trailer'],
  'transfer-encoding',
])

/**
 * Whether a header says how a message is put on the wire, such as `Content-Length`. That is known to who sends it, never to an example
 * (RFC 9110, sections 7.6.1, 8.4 and 8.6; RFC 9112, section 6).
 */
export function isFramingHeader(name: string): boolean {
  return framingHeaders.has(name.toLowerCase())
}
