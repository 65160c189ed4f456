/** Paragraphs, one after the other; empty ones are left out. */
export const join = (parts: readonly string[]): string =>
  `${parts
    .filter((part) => part.trim() !== '')
    .join('\n\n')
    .trimEnd()}\n`

/** Sentences as one line, for an item of a list. */
export const oneLine = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .join(' ')
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim()
