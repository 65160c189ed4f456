import type { Host } from '../process/host.ts'
import { createPaint, wantsColours } from './paint.ts'
import { wrap } from './wrap.ts'

/** Formats notes for standard error: one line each, wrapped between words on a terminal. */
export function noteLines({ stderr, env }: Pick<Host, 'stderr' | 'env'>, texts: readonly string[]): readonly string[] {
  const paint = createPaint(wantsColours(stderr, env))
  const width = stderr.isTTY ? (stderr.columns ?? 80) : Number.POSITIVE_INFINITY
  return texts.flatMap((text) => {
    const [first = '', ...more] = wrap(text, width - 2)
    return [`${paint('cyan', '!')} ${first}`, ...more.map((line) => `  ${line}`)]
  })
}
