/** A page of the site, before it is rendered. */
export interface Page {
  /** Where it is, without an ending, such as `faults/900109`. */
  readonly path: string
  readonly title: string
  /** One sentence for lists of pages and for search engines. */
  readonly summary: string
  /** What navigation calls it, where that is shorter. @default title */
  readonly label?: string
  /** The heading under which navigation lists it; undefined for a page that other pages lead to. */
  readonly group: string | undefined
  /** Its text, with its title as the first heading. A block of code in the language `playground` stands for a playground. */
  readonly markdown: string
}

/** The text without what only a browser can show: for readers of Markdown. */
export function plainMarkdown({ markdown }: Page): string {
  return markdown.replaceAll(/^```playground\n[^`]*^```\n/gm, '')
}

/** A link from one page to another, relative, to its Markdown. */
export function linkTo(from: string, to: string, anchor = ''): string {
  const [path = '', ...rest] = to.split('#')
  const up = '../'.repeat(from.split('/').length - 1) || './'
  const hash = rest.length > 0 ? `#${rest.join('#')}` : anchor
  return `${up}${path}.md${hash}`
}
