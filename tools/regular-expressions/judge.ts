import { checkSync } from 'recheck'
import type { Expression } from './expression.ts'

/** The cost of matching with an expression. */
export type Verdict =
  | { readonly linear: true }
  /** `attack` is a text, as JavaScript, that takes long; absent if the checker found none. */
  | { readonly linear: false; readonly cost: string; readonly attack?: string }

/** Judges whether the time an expression takes grows at most linearly with the text, wherever a match begins. */
export function judge({ source, flags }: Pick<Expression, 'source' | 'flags'>): Verdict {
  if (!isUnbounded(source)) return { linear: true }
  // In this process and without time limits, so that every machine reaches the same verdict.
  process.env.RECHECK_SYNC_BACKEND = 'pure'
  const verdict = checkSync(source, flags, {
    timeout: null,
    attackTimeout: null,
    incubationTimeout: null,
    seedingTimeout: null,
  })
  switch (verdict.status) {
    case 'safe':
      return { linear: true }
    case 'vulnerable':
      return { linear: false, cost: verdict.complexity.summary, attack: verdict.attack.pattern }
    case 'unknown':
      return { linear: false, cost: `not known: ${verdict.error.kind}` }
  }
}

/** Whether an expression has an unbounded repetition. Without one, each position in a text takes constant time. */
export function isUnbounded(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source)
}
