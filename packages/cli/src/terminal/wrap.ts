import { stripVTControlCharacters } from 'node:util'
import { printable } from './printable.ts'

/** Wraps a text into lines of at most `width` visible characters, between words where possible. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of printable(text).split(' ')) {
    const last = lines.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && stripVTControlCharacters(longer).length <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
