import { githubSlug, withoutCode } from './slug.ts'

/** A section of a page, from one heading to the next. */
export interface Section {
  /** 1 for the title of the page. */
  readonly level: number
  /** The heading in Markdown, without its `#` marks. */
  readonly heading: string
  /** The fragment of its address, with `#`; empty for the start of the page. */
  readonly anchor: string
  /** The Markdown after the heading, with the content of code blocks as text. */
  readonly text: string
}

/** Splits a page into sections, down to headings of the third level. */
export function sectionsIn(markdown: string): readonly Section[] {
  const used = new Map<string, number>()
  return withoutCode(markdown)
    .split(/^(?=#{1,3} )/m)
    .flatMap((part) => {
      const [, marks = '', heading = ''] = /^(#{1,3}) (.*)$/m.exec(part) ?? []
      if (heading === '') return []
      const slug = githubSlug(heading.replaceAll('`', ''))
      const times = used.get(slug) ?? 0
      used.set(slug, times + 1)
      const level = marks.length
      const anchor = level === 1 ? '' : `#${slug}${times === 0 ? '' : `-${times}`}`
      return [{ level, heading, anchor, text: part.slice(part.indexOf('\n')) }]
    })
}
