import { inspect } from 'node:util'

/** Renders a value in every way in which it may end up on a screen or in a log. */
export function printed(value: unknown): string {
  const { stack = '', message = '' } = value instanceof Error ? value : {}
  return [
    inspect(value, { depth: Infinity, showHidden: true }),
    JSON.stringify(value),
    String(value),
    stack,
    message,
  ].join('\n')
}
