/** A table in Markdown; the first column is text, the others are numbers. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

/** A number with as many digits as it deserves. */
export function digits(value: number, count = 2): string {
  return value.toFixed(count)
}

/** A whole number in groups of three. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

/** Paragraphs, with an empty line between. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.join('\n\n')
}
