/** Paragraphs that the compiler adds to descriptions, for readers of the document alone: pages show the same facts by themselves. */
const added = [
  'Evidence: ',
  'Request headers: ',
  'Response headers: ',
  'Faults (',
  'Known values:',
  'Plausible faults, ',
]

/** A description as it was written by hand. */
export function proseOf(description: string | undefined): string {
  const paragraphs = (description ?? '').split('\n\n')
  return paragraphs
    .filter((paragraph, index) => {
      if (added.some((start) => paragraph.startsWith(start))) return false
      const before = paragraphs[index - 1] ?? ''
      return !(paragraph.startsWith('- ') && added.some((start) => before.startsWith(start)))
    })
    .join('\n\n')
    .trim()
}
