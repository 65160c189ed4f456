import type { Unseen } from '../status/read-unseen.ts'
import type { Metric, Sample } from './prometheus.ts'
import type { RequestCounts } from './request-counters.ts'

/** How a list stands, for metrics. */
export interface ObservedList {
  /** The partner whose list it is. */
  readonly partner: string
  /** The name of the list. */
  readonly list: string
  /** How many rows are in each state: a stage such as `new`, or an outcome such as `completed`. */
  readonly states: Readonly<Record<string, number>>
}

/** What the database tells of a fleet, for metrics. */
export interface Observed {
  /** How the lists stand. */
  readonly lists: readonly ObservedList[]
  /** How long the running upgrades of each partner have not been looked at. */
  readonly unseen: readonly Unseen[]
}

/** The metrics of a fleet as one process sees it. */
export function fleetMetrics(observed: Observed | undefined, requests: readonly RequestCounts[]): readonly Metric[] {
  const perPartner = (pick: (counts: RequestCounts) => number): readonly Sample[] =>
    requests.map((counts) => ({ labels: { partner: counts.partner }, value: pick(counts) }))
  return [
    {
      name: 'partner_upgrades_database_up',
      help: 'Whether the database answered this scrape: 1 or 0.',
      type: 'gauge',
      samples: [{ value: Number(observed !== undefined) }],
    },
    ...(observed ? databaseMetrics(observed) : []),
    {
      name: 'partner_upgrades_requests_total',
      help: 'Requests that this process has sent to Partner Center.',
      type: 'counter',
      samples: perPartner((counts) => counts.requests),
    },
    {
      name: 'partner_upgrades_creates_total',
      help: 'Creates that this process has sent, those that it sent again included.',
      type: 'counter',
      samples: perPartner((counts) => counts.creates),
    },
    {
      name: 'partner_upgrades_throttled_total',
      help: 'Requests of this process that Partner Center answered with 429.',
      type: 'counter',
      samples: perPartner((counts) => counts.throttled),
    },
  ]
}

function databaseMetrics({ lists, unseen }: Observed): readonly Metric[] {
  return [
    {
      name: 'partner_upgrades_rows',
      help: 'Customers of a list by state, the same in each process.',
      type: 'gauge',
      samples: lists.flatMap(({ partner, list, states }) =>
        Object.entries(states).map(([state, value]) => ({ labels: { partner, list, state }, value })),
      ),
    },
    {
      name: 'partner_upgrades_oldest_unseen_seconds',
      help: 'Since when the running upgrade that has waited longest was not looked at.',
      type: 'gauge',
      samples: unseen.map(({ partner, longest }) => ({ labels: { partner }, value: longest / 1_000 })),
    },
  ]
}
