import { githubSlug, withoutCode } from './slug.ts'

/** A part of a page, from one heading to the next. */
export interface Section {
  /** 1 for the title of the page. */
  readonly level: number
  /** As it is written, in Markdown. */
  readonly heading: string
  /** `#` and where it is on the page; empty for the start of the page. */
  readonly anchor: string
  /** What follows the heading, in Markdown; code is text. */
  readonly text: string
}

/** The parts of a page, down to the third level of headings. */
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
