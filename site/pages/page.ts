/** A page of the site, before it is rendered. */
export interface Page {
  /** Its path without a file extension, such as `faults/900109`. */
  readonly path: string
  readonly title: string
  /** One sentence for lists of pages and for search engines. */
  readonly summary: string
  /** A shorter title for the navigation. @default title */
  readonly label?: string
  /** The heading under which the navigation lists it; undefined for a page that only other pages link to. */
  readonly group: string | undefined
  /** Its text, with its title as the first heading. A code block in the language `playground` becomes a playground. */
  readonly markdown: string
}

/** Returns the text without playgrounds, for readers of Markdown. */
export function plainMarkdown({ markdown }: Page): string {
  return markdown.replaceAll(/^```playground\n[^`]*^```\n/gm, '')
}

/** Returns a relative link from one page to the Markdown of another. */
export function linkTo(from: string, to: string, anchor = ''): string {
  const [path = '', ...rest] = to.split('#')
  const up = '../'.repeat(from.split('/').length - 1) || './'
  const hash = rest.length > 0 ? `#${rest.join('#')}` : anchor
  return `${up}${path}.md${hash}`
}
