import type { Paint } from './paint.ts'
import { wrap } from './wrap.ts'

const symbols = { good: ['green', '✔'], bad: ['red', '✘'], open: ['cyan', '●'] } as const

const wordWidth = 13

/** Formats a status line for a screen, with details beside and below it. */
export function headline(
  paint: Paint,
  width: number,
  kind: keyof typeof symbols,
  word: string,
  ...details: readonly string[]
): readonly string[] {
  const [colour, symbol] = symbols[kind]
  const indent = wordWidth + 3
  const [first = '', ...more] = details.flatMap((text) => wrap(text, width - indent))
  return [
    `${paint(colour, symbol)} ${paint('bold', word.padEnd(wordWidth))} ${first}`.trimEnd(),
    ...more.map((text) => `${' '.repeat(indent)}${text}`),
  ]
}
