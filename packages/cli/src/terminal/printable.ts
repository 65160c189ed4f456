import type { Output } from '../process/host.ts'
import { marks } from './paint.ts'

/** Characters that control a terminal, break a line or change the direction of writing. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/** Makes a text from outside safe: it moves no cursor, sets no title, breaks no line and hides no word. Our own styles are kept. */
export function printable(text: string): string {
  return between(text, (mark) => mark)
}

/**
 * Writes lines. Everything shown to people is written here, so that no text from outside reaches a terminal unfiltered.
 *
 * @param lines without line breaks
 */
export function print(output: Output, lines: readonly string[]): void {
  output.write(lines.map((line) => `${between(line, (_, number) => `\u001b[${number}m`)}\n`).join(''))
}

/** Makes the text between the marks of our styles printable, and replaces each mark. */
function between(text: string, replace: (mark: string, number: string) => string): string {
  let shown = ''
  let end = 0
  for (const { 0: mark, 1: number = '', index } of text.matchAll(marks)) {
    shown += text.slice(end, index).replace(unprintable, ' ') + replace(mark, number)
    end = index + mark.length
  }
  return shown + text.slice(end).replace(unprintable, ' ')
}
