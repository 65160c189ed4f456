import { join } from './markdown.ts'
import { linkTo, type Page } from './page.ts'
import { type Section, sectionsIn } from './sections.ts'

/** The guide that writes each command as its bare name in code; in other guides, such a word may mean anything. */
const home = 'guides/command-line'

/** Lists the guide sections that mention a command, for its page at `from`: links, each with the description in a table of that section. */
export function mentionsOf(words: readonly string[], from: string, pages: readonly Page[]): string {
  const name = words.join(' ')
  const items = pages
    .filter(({ group }) => group === 'Guides')
    .flatMap((page) => {
      const signs = [`partner-upgrades ${name}`, ...(page.path === home ? [`\`${name}`] : [])]
      return sectionsIn(page.markdown)
        .filter(({ text }) => signs.some((sign) => mentions(text, sign)))
        .map((section) => {
          const { level, heading, anchor } = section
          const title = level === 1 ? page.title : `${page.title}: ${heading}`
          const said = page.path === home ? rowOf(section, `\`${name}`) : ''
          return `- [${title}](${linkTo(from, page.path, anchor)})${said === '' ? '' : `: ${said}`}`
        })
    })
  return items.length === 0 ? '' : join(['## In the guides', items.join('\n')])
}

/** Whether a text contains `sign`, and not only as the beginning of a longer word. */
const mentions = (text: string, sign: string): boolean =>
  text
    .split(sign)
    .slice(1)
    .some((rest) => !/^[\w-]/.test(rest))

/** The second cell of the table row whose first cell mentions `sign`; empty if there is none. */
function rowOf(section: Section, sign: string): string {
  const rows = section.text.split('\n').map((line) => line.split(' | '))
  const [, said = ''] =
    rows.find(([first = '', ...rest]) => rest.length > 0 && first.startsWith('| ') && mentions(first, sign)) ?? []
  const text = said.replace(/ \|$/, '')
  // Omit a link to the section with the details: that section is listed separately.
  const end = text.lastIndexOf(': [')
  return end !== -1 && text.includes('](#', end) && text.endsWith(')') ? text.slice(0, end) : text
}
