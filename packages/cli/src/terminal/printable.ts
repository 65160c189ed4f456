import type { Output } from '../process/host.ts'
import { marks } from './paint.ts'

/** What controls a terminal or breaks a line, and what turns the direction of writing. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

/** A text that moves no cursor, sets no title, breaks no line and hides no word, wherever it comes from. Our own styles stay in it. */
export function printable(text: string): string {
  return between(text, (mark) => mark)
}

/**
 * Writes lines. Everything that people get to see is written here, so that nothing from outside reaches a terminal as it came.
 *
 * @param lines without line breaks
 */
export function print(output: Output, lines: readonly string[]): void {
  output.write(lines.map((line) => `${between(line, (_, number) => `\u001b[${number}m`)}\n`).join(''))
}

/** Makes what is between the marks of our styles printable, and of each mark something else. */
function between(text: string, replace: (mark: string, number: string) => string): string {
  let shown = ''
  let end = 0
  for (const { 0: mark, 1: number = '', index } of text.matchAll(marks)) {
    shown += text.slice(end, index).replace(unprintable, ' ') + replace(mark, number)
    end = index + mark.length
  }
  return shown + text.slice(end).replace(unprintable, ' ')
}
