import type { SignalCounts } from '../machine/signals.ts'
import { creates, type Truth } from '../service/truth.ts'
import type { Report, Violation, ViolationKind } from './judge.ts'

/** The results of a condition. */
export interface Observation {
  readonly name: string
  readonly seed: number
  /** The signals that processes got. */
  readonly signals: SignalCounts
  /** How often the clock was changed while processes ran. */
  readonly jumps: number
  readonly truth: Truth
  readonly reports: readonly Report[]
  readonly violations: readonly Violation[]
  /** Other problems, such as a process that did not end. */
  readonly problems: readonly string[]
  /** The duration in milliseconds. */
  readonly took: number
}

const columns = [
  'kills',
  'SIGTERM',
  'stops',
  'jumps',
  'customers',
  'creates',
  'upgrades',
  'unknown',
  'twice',
  'lost',
  'wrongly rejected',
  'other',
]

/** Formats a table with a row for each condition, and the totals. */
export function toTable(observations: readonly Observation[]): string {
  const rows = observations.map((each) => [each.name, ...numbersOf([each]).map(String)])
  const all = ['total', ...numbersOf(observations).map(String)]
  return layOut([['condition', ...columns], ...rows, all])
}

/** Formats a table with a row for each behaviour of the service. */
export function toBehaviourTable(observations: readonly Observation[]): string {
  const customers = observations.flatMap(({ truth }) => [...truth.values()])
  const names = [...new Set(customers.map(({ behaviour }) => behaviour.name))].sort()
  const violations = observations.flatMap((each) => each.violations)
  const reports = observations.flatMap((each) => each.reports)
  const rows = names.map((name) => {
    const own = customers.filter(({ behaviour }) => behaviour.name === name)
    const ids = new Set(own.map(({ customerId }) => customerId))
    const outcomes = reports.filter(({ customerId }) => ids.has(customerId)).map(({ outcome }) => outcome)
    const ends = [...new Set(outcomes)].sort().map((each) => `${outcomes.filter((one) => one === each).length} ${each}`)
    const count = (kind: ViolationKind): number =>
      violations.filter((each) => each.kind === kind && each.behaviour === name).length
    const sent = own.reduce((sum, each) => sum + creates(each), 0)
    return [name, own.length, sent, count('twice'), count('lost'), count('wronglyRejected'), ends.join(', ')].map(
      String,
    )
  })
  return layOut([
    ['behaviour of the service', 'customers', 'creates', 'twice', 'lost', 'wrongly rejected', 'outcomes'],
    ...rows,
  ])
}

function numbersOf(observations: readonly Observation[]): readonly number[] {
  const sum = (of: (each: Observation) => number): number => observations.reduce((all, each) => all + of(each), 0)
  const count = (kind: ViolationKind): number =>
    sum(
      ({ violations }) => new Set(violations.filter((each) => each.kind === kind).map((each) => each.customerId)).size,
    )
  const customers = (of: (each: Truth) => number): number => sum(({ truth }) => of(truth))
  return [
    sum(({ signals }) => signals.kill),
    sum(({ signals }) => signals.terminate),
    sum(({ signals }) => signals.stop),
    sum(({ jumps }) => jumps),
    customers((truth) => truth.size),
    customers((truth) => [...truth.values()].reduce((all, each) => all + creates(each), 0)),
    customers((truth) => [...truth.values()].reduce((all, { commits }) => all + commits.length, 0)),
    sum(({ reports }) => reports.filter(({ outcome }) => outcome === 'unknown').length),
    count('twice'),
    count('lost'),
    count('wronglyRejected'),
    count('invented') + count('dishonest') + sum(({ problems }) => problems.length),
  ]
}

function layOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join(' | '),
  )
  return [lines[0], widths.map((width) => '-'.repeat(width)).join('-|-'), ...lines.slice(1)]
    .map((line) => `| ${line} |`)
    .join('\n')
}
