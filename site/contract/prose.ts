/** First words of the paragraphs that the compiler adds to descriptions for viewers of the document; pages show these facts separately. */
const added = [
  'Evidence: ',
  'Request headers: ',
  'Response headers: ',
  'Faults (',
  'Known values:',
  'Plausible faults, ',
]

/** Returns the hand-written part of a description. */
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
