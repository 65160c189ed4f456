import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Puts paragraphs below a heading of a file of results, in the place of what was there. */
export function writeSection(file: string, heading: string, paragraphs: readonly string[]): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '# Mutations\n'
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, withSection(text, heading, paragraphs))
}

/** A text of Markdown with one section of the second level replaced, or added at the end. */
export function withSection(text: string, heading: string, paragraphs: readonly string[]): string {
  const section = [`## ${heading}`, ...paragraphs].join('\n\n')
  const [title = '', ...sections] = text.split(/^(?=## )/m).map((part) => part.trim())
  const at = sections.findIndex((other) => other.startsWith(`## ${heading}\n`))
  const all = at < 0 ? [...sections, section] : sections.map((other, index) => (index === at ? section : other))
  return `${[title, ...all].join('\n\n')}\n`
}
