import { styleText } from 'node:util'
import type { Output } from './host.ts'

/** Gives a text a style, such as `bold` or `green`. */
export type Paint = (style: Parameters<typeof styleText>[0], text: string) => string

/** Styles texts, or leaves them as they are. */
export function createPaint(enabled: boolean): Paint {
  return (style, text) => (enabled ? styleText(style, text, { validateStream: false }) : text)
}

/**
 * Whether to write in colours: on a terminal that can, unless `NO_COLOR` says no or `FORCE_COLOR` says yes.
 *
 * @see https://no-color.org
 */
export function wantsColours({ isTTY = false }: Output, env: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  return isTTY && TERM !== 'dumb'
}
