/** Paragraphs, one after the other; empty ones are left out. */
export const join = (parts: readonly string[]): string =>
  `${parts
    .filter((part) => part.trim() !== '')
    .map((part) => part.trimEnd())
    .join('\n\n')}\n`

/** Sentences as one line, for an item of a list. */
export const oneLine = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .join(' ')
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim()
