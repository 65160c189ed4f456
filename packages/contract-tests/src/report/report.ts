import type { Cell } from '../matrix/cells.ts'
import type { Way } from '../matrix/slots.ts'

/** What came of one case: a request sent, or a test run. */
export interface CaseResult {
  /** Unique within the report. */
  readonly name: string
  /** Cases of one kind stand together. */
  readonly group: string
  /** `notExercised` if the provider could not be made to answer this way. */
  readonly outcome: 'passed' | 'failed' | 'notExercised'
  /** Why it failed or was not exercised, a line each. */
  readonly reasons: readonly string[]
  /** The request as a command, without its token. */
  readonly curl?: string
  /** How long it took, in milliseconds. */
  readonly milliseconds: number
}

/** One cell of the contract on one way, and whether it was shown. */
export interface SlotResult {
  /** The answer of the contract. */
  readonly cell: Cell
  /** How it was to be shown. */
  readonly way: Way
  /** `open` if no test tried, `outOfReach` if no state leads there. */
  readonly outcome: 'shown' | 'failed' | 'open' | 'notExercised' | 'outOfReach'
  /** The case or test that showed it. */
  readonly by?: string
  /** Why it was not shown. */
  readonly reason?: string
}

/** A number worth telling, with what it counts. */
export interface Figure {
  /** What the number counts. */
  readonly label: string
  /** The number, formatted. */
  readonly value: string
}

/** All there is to say of a run, fit for JSON. */
export interface Report {
  /** The heading of the report. */
  readonly title: string
  /** Whom the run was about. */
  readonly provider: string
  /** When, in ISO 8601. */
  readonly at: string
  /** The contract that the provider was compared with. */
  readonly contract: { readonly title: string; readonly version: string; readonly hash: string }
  /** Totals, in the order in which to show them. */
  readonly figures: readonly Figure[]
  /** How much of the contract was shown. */
  readonly slots: readonly SlotResult[]
  /** Every case that was run. */
  readonly cases: readonly CaseResult[]
  /** Whatever makes the run a failure, a line each; empty for a good one. */
  readonly failures: readonly string[]
}

/** Whether nothing went wrong, in the run and in its cases. */
export function isGood({ failures, cases }: Report): boolean {
  return failures.length === 0 && !cases.some(({ outcome }) => outcome === 'failed')
}

/** How much of the contract was shown, by way. */
export function coverageFigures(slots: readonly SlotResult[]): readonly Figure[] {
  const part = (label: string, ...wanted: readonly Way[]): readonly Figure[] => {
    const those = slots.filter(({ way, outcome }) => wanted.includes(way) && outcome !== 'outOfReach')
    const shown = those.filter(({ outcome }) => outcome === 'shown').length
    return those.length === 0 ? [] : [{ label, value: `${shown} of ${those.length}` }]
  }
  const outOfReach = slots.filter(({ outcome }) => outcome === 'outOfReach').length
  return [
    ...part('shown of the contract', 'state', 'request', 'replay'),
    ...part('reached by state', 'state'),
    ...part('served on request', 'request'),
    ...part('documented answers, as printed', 'replay'),
    ...(outOfReach > 0 ? [{ label: 'out of reach by state, each with its reason', value: String(outOfReach) }] : []),
  ]
}

/** How the cases went, in numbers. */
export function caseFigures(cases: readonly CaseResult[]): readonly Figure[] {
  const count = (outcome: CaseResult['outcome']) => cases.filter((each) => each.outcome === outcome).length
  return [
    { label: 'passed', value: String(count('passed')) },
    { label: 'failed', value: String(count('failed')) },
    { label: 'not exercised', value: String(count('notExercised')) },
  ]
}
