/** Returns the anchor that GitHub gives a heading: links in READMEs rely on it. */
export function githubSlug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', '-')
}

/** Returns the anchors of a page's headings in order; repeated ones get a number. */
export function anchorsOf(markdown: string): readonly string[] {
  const used = new Map<string, number>()
  return [...withoutCode(markdown).matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) => {
    const slug = githubSlug(heading)
    const times = used.get(slug) ?? 0
    used.set(slug, times + 1)
    return times === 0 ? slug : `${slug}-${times}`
  })
}

/** Removes code fences and the leading `#` of code lines, so that comments in code are not taken for headings. */
export function withoutCode(markdown: string): string {
  let isCode = false
  const lines = markdown.split('\n').flatMap((line) => {
    if (!line.startsWith('```')) return [isCode ? line.replace(/^#+/, '') : line]
    isCode = !isCode
    return []
  })
  return lines.join('\n')
}
