import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Replaces the paragraphs below a heading in a results file. */
export function writeSection(file: string, heading: string, paragraphs: readonly string[]): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '# Mutations\n'
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, withSection(text, heading, paragraphs))
}

/** Returns a Markdown text with a second-level section replaced, or appended. */
export function withSection(text: string, heading: string, paragraphs: readonly string[]): string {
  const section = [`## ${heading}`, ...paragraphs].join('\n\n')
  const [title = '', ...sections] = text.split(/^(?=## )/m).map((part) => part.trim())
  const at = sections.findIndex((other) => other.startsWith(`## ${heading}\n`))
  const all = at < 0 ? [...sections, section] : sections.map((other, index) => (index === at ? section : other))
  return `${[title, ...all].join('\n\n')}\n`
}
