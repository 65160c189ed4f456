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
  /** How long ago the running upgrade that was looked at longest ago was looked at, in milliseconds; absent if none is running. */
  readonly oldestUnseen?: number
}

/** The metrics of a fleet as one process sees it. */
export function fleetMetrics(
  lists: readonly ObservedList[] | undefined,
  requests: readonly RequestCounts[],
): readonly Metric[] {
  const perPartner = (pick: (counts: RequestCounts) => number): readonly Sample[] =>
    requests.map((counts) => ({ labels: { partner: counts.partner }, value: pick(counts) }))
  return [
    {
      name: 'partner_upgrades_database_up',
      help: 'Whether the database answered this scrape: 1 or 0.',
      type: 'gauge',
      samples: [{ value: Number(lists !== undefined) }],
    },
    ...(lists ? listMetrics(lists) : []),
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

function listMetrics(lists: readonly ObservedList[]): readonly Metric[] {
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
      samples: lists.map(({ partner, list, oldestUnseen = 0 }) => ({
        labels: { partner, list },
        value: oldestUnseen / 1_000,
      })),
    },
  ]
}
