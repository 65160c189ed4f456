import { checkSync } from 'recheck'
import type { Expression } from './expression.ts'

/** What matching with an expression costs. */
export type Verdict =
  | { readonly linear: true }
  /** `attack` is a text, as JavaScript, that takes long; absent where the checker could not tell. */
  | { readonly linear: false; readonly cost: string; readonly attack?: string }

/** Whether the time an expression takes grows no faster than the text, wherever in it a match begins. */
export function judge({ source, flags }: Pick<Expression, 'source' | 'flags'>): Verdict {
  if (!isUnbounded(source)) return { linear: true }
  // In this process and without limits of time, so that every machine comes to the same verdict.
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

/** Whether anything may repeat without end. Without, each place of a text takes a constant time. */
export function isUnbounded(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source)
}
