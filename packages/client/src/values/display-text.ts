/** The documented maximum length of a description. */
const longest = 1_024

/** Formats any value that the service sent in place of a text: at most 1,024 characters; `undefined` for an empty value. */
export function toText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.slice(0, longest)
}
