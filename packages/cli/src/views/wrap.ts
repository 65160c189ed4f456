import { stripVTControlCharacters } from 'node:util'

/** Breaks a text into lines of at most `width` characters to be seen, between words where it can. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    const longer = `${last} ${word}`
    if (last !== undefined && stripVTControlCharacters(longer).length <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
