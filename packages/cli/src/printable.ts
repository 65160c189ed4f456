// Control characters of C0 and C1, and those that turn the direction of writing.
const unprintable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/**
 * The same value, with all texts in it fit for a terminal: what comes from elsewhere moves no cursor, sets no title and hides no text.
 */
export function printable<T>(value: T): T
export function printable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unprintable, ' ')
  if (Array.isArray(value)) return value.map((item) => printable(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item)]))
}
