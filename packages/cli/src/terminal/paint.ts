import { inspect } from 'node:util'
import type { Output } from '../process/host.ts'

/** The styles that a text can have. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'cyan'

/** Marks a text with a style, which `print` turns into colours. */
export type Paint = (style: Style, text: string) => string

/**
 * Random numbers, new for each run: a text from outside cannot know them, and so cannot style itself. An escape sequence with them is still
 * an escape sequence, which takes no room in a line.
 */
const seal = Array.from({ length: 4 }, () => Math.floor(1_000 + 9_000 * Math.random())).join(';')

/** Creates the function that marks texts with styles, or returns them unchanged. */
export function createPaint(enabled: boolean): Paint {
  if (!enabled) return (_, text) => text
  return (style, text) => {
    const [on = 0, off = 0] = inspect.colors[style] ?? []
    return `\u001b[${seal};${on}m${text}\u001b[${seal};${off}m`
  }
}

/** Matches the marks of a style; the first group is the number of the style. */
export const marks: RegExp = new RegExp(`\\u001b\\[${seal};(\\d+)m`, 'g')

/**
 * Whether to write in colours: on a terminal that supports them, unless `NO_COLOR` or `FORCE_COLOR` decides otherwise.
 *
 * @see https://no-color.org
 */
export function wantsColours({ isTTY = false }: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  return isTTY && TERM !== 'dumb'
}
