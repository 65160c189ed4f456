/** As GitHub makes the anchors of headings, which the links in READMEs rely on. */
export function githubSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-')
}

/** The anchors of a page's headings, in their order: one that comes again gets a number. */
export function anchorsOf(markdown: string): readonly string[] {
  const used = new Map<string, number>()
  return [...withoutCode(markdown).matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => {
    const slug = githubSlug(heading)
    const times = used.get(slug) ?? 0
    used.set(slug, times + 1)
    return times === 0 ? slug : `${slug}-${times}`
  })
}

/** Headings are told by a `#` at the start of a line, and so are comments in code. */
export function withoutCode(markdown: string): string {
  let isCode = false
  const lines = markdown.split('\n').flatMap((line) => {
    if (!line.startsWith('```')) return [isCode ? line.replace(/^#+/, '') : line]
    isCode = !isCode
    return []
  })
  return lines.join('\n')
}
