import type { RunFacts } from '../results/audit.ts'
import { impersonal } from '../results/impersonal.ts'
import { outcomeOfItem } from '../results/line-items.ts'
import type { Result, ResultReason } from '../results/result.ts'
import { isSuccess, outcomes, type RecordedLineItem } from '../store/journal-entry.ts'
import { createTimeline, type Spans } from './timeline.ts'

/** The rows that ended for one reason. The text names no customer: there may be many, and the page may be passed on. */
export interface ReasonGroup extends ResultReason {
  /** The outcome they have in common. */
  readonly outcome: Result['outcome']
  /** The number of customers. */
  readonly count: number
}

/** The content of the HTML report, bounded in size however long the list is. */
export interface Sum {
  /** The run that the report is about. */
  readonly facts: RunFacts
  /** Rows by outcome; outcomes without rows are left out. */
  readonly counts: ReadonlyMap<Result['outcome'], number>
  /** The number of rows that `--only-failed` retries. */
  readonly again: number
  /** Why rows ended without success, the most frequent first. */
  readonly reasons: readonly ReasonGroup[]
  /** The first rows of the list that ended without success. */
  readonly rows: readonly Result[]
  /** The number of all rows that ended without success. */
  readonly attention: number
  /** Rows that ended over time; undefined if there are none. */
  readonly ends: Spans | undefined
  /** Upgrades created over time; undefined if there are none. */
  readonly creates: Spans | undefined
  /** How long completed upgrades took, in milliseconds: the 10th, 50th and 90th percentile. */
  readonly took: { readonly tenth: number; readonly half: number; readonly most: number } | undefined
  /** When the first request started; ISO 8601 in UTC. */
  readonly startedAt: string | undefined
  /** When the last customer ended; ISO 8601 in UTC. */
  readonly endedAt: string | undefined
  /** The number of line items that were moved and not moved, in all upgrades. */
  readonly items: { readonly moved: number; readonly failed: number }
  /** The number of HTTP requests. */
  readonly requests: number
  /** The number of requests that were throttled (429). */
  readonly throttled: number
}

/** Sums up results one by one, in bounded memory. */
export interface Summary {
  /** Adds the result of one customer. */
  add(result: Result): void
  /** Returns the totals so far. */
  sum(): Sum
}

const shownRows = 500
/** The maximum number of line items that the page shows for one customer. */
const shownItems = 5
/** The maximum number of reasons to keep: texts that differ every time must not fill the memory. */
const keptReasons = 200

/** Creates an empty summary. */
export function createSummary(facts: RunFacts): Summary {
  const counts = new Map<Result['outcome'], number>([...outcomes, 'open' as const].map((outcome) => [outcome, 0]))
  const reasons = new Map<string, { readonly first: Result; count: number }>()
  const rows: Result[] = []
  const ends = createTimeline()
  const creates = createTimeline()
  const durations = createTimes()
  let again = 0
  let attention = 0
  const items = { moved: 0, failed: 0 }
  let requests = 0
  let throttled = 0
  let startedAt: string | undefined
  let endedAt: string | undefined

  return {
    add(result) {
      const { outcome, reason, attempts, createdAt, adopted, lineItems = [] } = result
      const failedItems = lineItems.filter((item) => outcomeOfItem(item) === 'failed')
      items.failed += failedItems.length
      items.moved += lineItems.filter((item) => outcomeOfItem(item) === 'completed').length
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
      again += Number(result.mayRunAgain)
      requests += attempts.length
      throttled += attempts.filter(({ status }) => status === 429).length
      if (result.startedAt && (!startedAt || result.startedAt < startedAt)) startedAt = result.startedAt
      if (result.endedAt && (!endedAt || result.endedAt > endedAt)) endedAt = result.endedAt
      if (result.endedAt) ends.add(Date.parse(result.endedAt))
      if (createdAt && !adopted) {
        creates.add(Date.parse(createdAt))
        if (outcome === 'completed' && result.endedAt) durations.add(Date.parse(result.endedAt) - Date.parse(createdAt))
      }
      if (isSuccess(outcome) || outcome === 'open') return
      attention++
      if (rows.length < shownRows) rows.push(toShown(result, failedItems))
      const key = `${outcome} ${reason?.code ?? impersonal(reason?.text ?? '')}`
      const group = reasons.get(key)
      if (group) group.count++
      else if (reasons.size < keptReasons) reasons.set(key, { first: result, count: 1 })
    },
    sum: () => ({
      facts,
      counts: new Map([...counts].filter(([, count]) => count > 0)),
      again,
      reasons: [...reasons.values()]
        .map(({ first: { outcome, reason }, count }) => ({
          ...reason,
          text: impersonal(reason?.text ?? 'No reason is known.'),
          outcome,
          count,
        }))
        .sort((a, b) => b.count - a.count),
      rows,
      attention,
      ends: ends.spans(),
      creates: creates.spans(),
      took: durations.parts(),
      startedAt,
      endedAt,
      items,
      requests,
      throttled,
    }),
  }
}

/** Reduces a result to what the page shows, to save memory. */
function toShown({ lineItems: _, ...result }: Result, failedItems: readonly RecordedLineItem[]): Result {
  return {
    ...result,
    calls: [],
    attempts: [],
    ...(failedItems.length > 0 && {
      lineItems: failedItems.slice(0, shownItems),
      lineItemsLeftOut: Math.max(0, failedItems.length - shownItems),
    }),
  }
}

/** A histogram of durations on a logarithmic scale, with 20 steps per octave: precise enough for a report, and small. */
function createTimes() {
  const counts = new Map<number, number>()
  let total = 0
  const below = (share: number): number => {
    let seen = 0
    for (const [step, count] of [...counts].sort(([a], [b]) => a - b)) {
      seen += count
      if (seen >= share * total) return 2 ** (step / 20)
    }
    return 0
  }
  return {
    add(ms: number): void {
      const step = Math.round(20 * Math.log2(Math.max(1, ms)))
      counts.set(step, (counts.get(step) ?? 0) + 1)
      total++
    },
    parts: (): Sum['took'] => (total === 0 ? undefined : { tenth: below(0.1), half: below(0.5), most: below(0.9) }),
  }
}
