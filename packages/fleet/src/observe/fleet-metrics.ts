import type { Unseen } from '../status/read-unseen.ts'
import type { Metric, Sample } from './prometheus.ts'
import type { RequestCounts } from './request-counters.ts'

/** The state of a list, for metrics. */
export interface ObservedList {
  /** The partner that the list belongs to. */
  readonly partner: string
  /** The name of the list. */
  readonly list: string
  /** How many rows are in each state: a stage such as `new`, or an outcome such as `completed`. */
  readonly states: Readonly<Record<string, number>>
}

/** The state of a fleet in its database, for metrics. */
export interface Observed {
  /** The states of all lists. */
  readonly lists: readonly ObservedList[]
  /** How long ago the running upgrades of each partner were last polled. */
  readonly unseen: readonly Unseen[]
}

/** Returns the metrics of a fleet as seen by one process. */
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
      help: 'Creates that this process has sent, including those sent again.',
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
      help: 'Customers of a list by state. Every process reports the same.',
      type: 'gauge',
      samples: lists.flatMap(({ partner, list, states }) =>
        Object.entries(states).map(([state, value]) => ({ labels: { partner, list, state }, value })),
      ),
    },
    {
      name: 'partner_upgrades_oldest_unseen_seconds',
      help: 'Time since the running upgrade that has waited longest was last polled.',
      type: 'gauge',
      samples: unseen.map(({ partner, longest }) => ({ labels: { partner }, value: longest / 1_000 })),
    },
  ]
}
