/** Joins paragraphs and omits empty ones. */
export const join = (parts: readonly string[]): string =>
  `${parts
    .filter((part) => part.trim() !== '')
    .map((part) => part.trimEnd())
    .join('\n\n')}\n`

/** Joins sentences into one line, for a list item. */
export const oneLine = (parts: readonly string[]): string =>
  parts
    .filter((part) => part !== '')
    .join(' ')
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim()
