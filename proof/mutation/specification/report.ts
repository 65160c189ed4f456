import type { Killer, Verdict } from './verdict.ts'

const killers: readonly Killer[] = [
  'compiler',
  'contract-tests',
  'client',
  'mocks',
  'traffic',
  'types',
  'ruleset',
  'verify',
]

/** The number of mutations that a suite noticed, of those that compile. */
export interface Score {
  readonly made: number
  readonly compiled: number
  readonly killed: number
  readonly share: number
}

/** Counts verdicts. */
export function scoreOf(verdicts: readonly Verdict[]): Score {
  const compiled = verdicts.filter(({ killer }) => killer !== 'compiler')
  const killed = compiled.filter(({ killer }) => killer !== undefined).length
  return { made: verdicts.length, compiled: compiled.length, killed, share: killed / compiled.length }
}

/** Formats the verdicts as a Markdown table with a row for each operator. */
export function toTable(verdicts: readonly Verdict[]): string {
  const operators = [...new Set(verdicts.map(({ mutation }) => mutation.operator))]
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const rowOf = (name: string, group: readonly Verdict[]) => {
    const count = (killer: Killer | undefined) => group.filter((verdict) => verdict.killer === killer).length || ''
    return line([name, group.length, ...killers.map(count), count(undefined)])
  }
  return [
    line(['operator', 'mutations', ...killers, 'nobody']),
    line(['---', ...Array<string>(killers.length + 2).fill('--:')]),
    ...operators.map((operator) =>
      rowOf(
        operator,
        verdicts.filter(({ mutation }) => mutation.operator === operator),
      ),
    ),
    rowOf('**all**', verdicts),
  ].join('\n')
}
