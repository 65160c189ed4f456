import { createColors } from 'picocolors'

/** Writes the walkthrough for a person: aligned, coloured where the terminal can. */
export interface Screen {
  title(text: string): void
  /** A step that was taken, and what came of it. */
  step(name: string, result: string): void
  /** A further line to the step above. */
  detail(name: string, text: string): void
  good(text: string): void
  bad(text: string): void
}

const nameWidth = 14

/** A screen on any stream of text. */
export function createScreen(write: (text: string) => void, colours: boolean): Screen {
  const { bold, cyan, dim, green, red } = createColors(colours)
  const line = (text = '') => write(`${text}\n`)
  return {
    title: (text) => line(`${bold(text)}\n`),
    step: (name, result) => line(`${cyan('●')} ${bold(name.padEnd(nameWidth))} ${result}`),
    detail: (name, text) => line(`  ${dim(name.padEnd(nameWidth))} ${text}`),
    good: (text) => line(`\n${green('✔')} ${text}`),
    bad: (text) => line(`\n${red('✘')} ${text}`),
  }
}
