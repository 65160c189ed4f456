/** The longest description that is documented. */
const longest = 1_024

/** Makes text for people from any value that the service put in place of a text: at most 1,024 characters; `undefined` for nothing. */
export function toText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.slice(0, longest)
}
