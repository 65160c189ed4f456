import { type Page, plainMarkdown } from './page.ts'

/** Returns the text of `llms.txt`: a summary of the site, and a link to the Markdown of each page. */
export function llmsText(title: string, summary: string, pages: readonly Page[]): string {
  const groups = Map.groupBy(pages, ({ path, group }) => group ?? (path.startsWith('faults/') ? 'Faults' : 'More'))
  const sections = [...groups].map(([group, members]) =>
    [`## ${group}`, '', ...members.map((page) => `- [${page.title}](${page.path}.md): ${page.summary}`)].join('\n'),
  )
  return `# ${title}\n\n> ${summary}\n\n${sections.join('\n\n')}\n`
}

/** Returns the Markdown versions of the pages, by file name. */
export function markdownFiles(pages: readonly Page[]): ReadonlyMap<string, string> {
  return new Map(pages.map((page) => [`${page.path}.md`, plainMarkdown(page)]))
}
