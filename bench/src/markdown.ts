/** Formats a Markdown table; the first column is text, the others are numbers. */
export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

/** Formats a number with a fixed number of decimals. */
export function digits(value: number, count = 2): string {
  return value.toFixed(count)
}

/** Formats a rounded number with digit grouping. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

/** Joins paragraphs with empty lines. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.join('\n\n')
}
