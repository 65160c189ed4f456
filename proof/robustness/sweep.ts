import { atMost } from './at-most.ts'
import type { Programs } from './machine/programs.ts'
import { noSignals } from './machine/signals.ts'
import { runLibrary } from './scenarios/library.ts'
import type { Times } from './scenarios/run-condition.ts'
import { page } from './service/answers.ts'
import type { Behaviour } from './service/behaviour.ts'

/** The outcome at one lag. */
export interface SweepPoint {
  /** The lag as a multiple of the settling time. */
  readonly lag: number
  /** Whether the upgrade is made late or shown late. */
  readonly of: 'commit' | 'sight'
  readonly customers: number
  readonly twice: number
}

/** Lags below and above the limit. */
const lags = [0.25, 0.5, 0.8, 0.9, 1.1, 1.25, 1.5, 2, 3]

const times: Times = { settle: 2_000, lag: 0, timeout: 800, lease: 1_000, speed: 1 }

/** The number of customers per lag. */
const customers = 8

/** Finds the lags up to which the promise holds. Creates get an immediate response: a page of a gateway. */
export function sweep(programs: Programs, seed: number): Promise<readonly SweepPoint[]> {
  const points = lags.flatMap((lag) => (['commit', 'sight'] as const).map((of) => ({ lag, of })))
  return atMost(4, points, async ({ lag, of }) => {
    const behaviour: Behaviour = {
      name: `${of} lags by ${lag} of the settling time`,
      ...(of === 'sight' && { sight: lag * times.settle }),
      create: () => ({ commit: of === 'commit' ? lag * times.settle : 0, answer: () => page(504) }),
    }
    const { violations } = await runLibrary(
      { name: behaviour.name, seed, times, signals: noSignals, customers, makers: [() => behaviour] },
      programs,
    )
    return { lag, of, customers, twice: violations.filter(({ kind }) => kind === 'twice').length }
  })
}

/** Formats a table with a row for each lag. */
export function sweepTable(points: readonly SweepPoint[]): string {
  const at = (lag: number, of: SweepPoint['of']): string => {
    const point = points.find((each) => each.lag === lag && each.of === of)
    return point ? `${point.twice} of ${point.customers}` : ''
  }
  const rows = lags.map((lag) => `| ${lag.toFixed(2)} | ${at(lag, 'commit')} | ${at(lag, 'sight')} |`)
  return ['| lag ÷ settling time | made late: twice | shown late: twice |', '|---|---|---|', ...rows].join('\n')
}
