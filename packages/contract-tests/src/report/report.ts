import type { Cell } from '../matrix/cells.ts'
import type { Way } from '../matrix/slots.ts'

/** The result of one case: of a request that was sent, or a test that was run. */
export interface CaseResult {
  /** The name of the case, unique within the report. */
  readonly name: string
  /** The group under which the report lists the case. */
  readonly group: string
  /** `notExercised` if the provider could not be made to respond this way. */
  readonly outcome: 'passed' | 'failed' | 'notExercised'
  /** Why it failed or was not exercised, one line per reason. */
  readonly reasons: readonly string[]
  /** The request as a `curl` command, without its token. */
  readonly curl?: string
  /** How long it took, in milliseconds. */
  readonly milliseconds: number
}

/** One cell of the contract, one way to show it, and whether it was shown. */
export interface SlotResult {
  /** The response in the contract. */
  readonly cell: Cell
  /** The way in which it was to be shown. */
  readonly way: Way
  /** `open` if no test tried, `outOfReach` if no state leads there. */
  readonly outcome: 'shown' | 'failed' | 'open' | 'notExercised' | 'outOfReach'
  /** The case or test that showed it. */
  readonly by?: string
  /** Why it was not shown. */
  readonly reason?: string
}

/** A figure of a report, with its label. */
export interface Figure {
  /** What the number counts. */
  readonly label: string
  /** The number, formatted. */
  readonly value: string
}

/** The complete results of a run, which can be written as JSON. */
export interface Report {
  /** The heading of the report. */
  readonly title: string
  /** The provider that was checked. */
  readonly provider: string
  /** The time of the run, in ISO 8601. */
  readonly at: string
  /** The contract that the provider was compared with. */
  readonly contract: { readonly title: string; readonly version: string; readonly hash: string }
  /** Totals, in the order in which to show them. */
  readonly figures: readonly Figure[]
  /** How much of the contract was shown. */
  readonly slots: readonly SlotResult[]
  /** Every case that was run. */
  readonly cases: readonly CaseResult[]
  /** The failures of the run as a whole, one line each; empty if there are none. */
  readonly failures: readonly string[]
}

/** Whether neither the run as a whole nor any of its cases failed. */
export function isGood({ failures, cases }: Report): boolean {
  return failures.length === 0 && !cases.some(({ outcome }) => outcome === 'failed')
}

/** Counts how much of the contract was shown, by way. */
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
    ...part('documented responses, as printed', 'replay'),
    ...(outOfReach > 0 ? [{ label: 'out of reach by state, each with its reason', value: String(outOfReach) }] : []),
  ]
}

/** Counts the cases by outcome. */
export function caseFigures(cases: readonly CaseResult[]): readonly Figure[] {
  const count = (outcome: CaseResult['outcome']) => cases.filter((each) => each.outcome === outcome).length
  return [
    { label: 'passed', value: String(count('passed')) },
    { label: 'failed', value: String(count('failed')) },
    { label: 'not exercised', value: String(count('notExercised')) },
  ]
}
