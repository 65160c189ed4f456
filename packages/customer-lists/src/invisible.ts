/** Characters that are invisible or look like a space, which get into cells copied from web pages and documents. */
const invisible = /[\p{Z}\p{Cc}\p{DI}]/gu

const visible = /[^\p{Z}\p{Cc}\p{DI}]/u

/** Whether a value is missing, or has no visible character. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return typeof value === 'string' && !visible.test(value)
}

/** Removes all spaces and invisible characters. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '')
}

/** Names the spaces and invisible characters of a text, each once, such as U+200B. */
export function invisibleIn(text: string): readonly string[] {
  return [...new Set(text.match(invisible))].map((character) => (character === ' ' ? 'spaces' : codePoint(character)))
}

/** Names the characters that are not printable ASCII, each once: they may look like others, or be invisible. */
export function foreignIn(text: string): readonly string[] {
  return [...new Set(text)].filter((character) => character < ' ' || character > '~').map(codePoint)
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
