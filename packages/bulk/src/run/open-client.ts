import {
  type AuditRecord,
  createProductUpgradesClient,
  type MonotonicClock,
  type ProductUpgradesClient,
} from '@partner-upgrades/client'
import type { RecordedCall } from '../store/journal-entry.ts'
import type { Work } from '../store/store.ts'
import type { ConcurrencyLimit } from './concurrency-limit.ts'
import type { CreateGate } from './create-gate.ts'
import { longestRetryAfter } from './process-row.ts'
import { createRequestsInFlight, type RequestsInFlight } from './requests-in-flight.ts'
import { createRowIdempotency, type RowsInHand, rowKey } from './row-idempotency.ts'
import type { RunOptions } from './run-options.ts'

/** The client of a run, and what the run hears of it. */
export interface RunClient {
  /** The client. */
  readonly client: ProductUpgradesClient
  /** The requests it is waiting for. */
  readonly inFlight: RequestsInFlight
  /** Milliseconds from creating an upgrade to the first look at it. */
  readonly firstLook: number
  /** Takes a row in hand, and records the calls of one step with it. */
  takeInHand(work: Work): CallRecorder
}

/** The calls of one step. */
export interface CallRecorder {
  /** The calls recorded so far. */
  readonly calls: readonly RecordedCall[]
  /** Has the calls of a request ID recorded, of a new one if there is none. */
  note(requestId?: string): string
  /** Lets go of the row. */
  end(): void
}

/** Makes a client that writes down its creates before it sends them, and tells how the service takes it. */
export function openClient(
  { store, client: given, creates, parallel = 16 }: RunOptions,
  clock: MonotonicClock,
  concurrency: ConcurrencyLimit,
  gate: CreateGate,
  stop: (error: unknown) => void,
): RunClient {
  const { fetch = (url, init) => globalThis.fetch(url, init), onAudit, onResponse } = given
  const { minPollDelay = 30_000, maxPollDelay = 300_000 } = given
  const settings = { ...given, minPollDelay, maxPollDelay }
  const rows: RowsInHand = new Map()
  const notes = new Map<string, RecordedCall[]>()
  const inFlight = createRequestsInFlight(clock, fetch)
  const client = createProductUpgradesClient({
    ...settings,
    maxInFlight: parallel,
    // The budget of the run is that of all workers together.
    pollsPerMinute: Number.POSITIVE_INFINITY,
    fetch: inFlight.fetch,
    idempotency: createRowIdempotency(store, rows, creates, gate, stop),
    onAudit(record) {
      notes.get(record.requestId)?.push(toCall(record))
      onAudit?.(record)
    },
    onResponse(event) {
      if (event.status === 429) {
        concurrency.refused(clock.elapsed() - event.duration, clock.elapsed())
        const until = clock.now() + Math.min(event.retryAfter ?? 0, longestRetryAfter)
        if (event.retryAfter && until > store.progress().quietUntil)
          store.append({ is: 'throttled', until }).catch(stop)
      } else if (event.status !== undefined) concurrency.accepted()
      onResponse?.(event)
    },
  })

  function takeInHand(work: Work): CallRecorder {
    const calls: RecordedCall[] = []
    const ids: string[] = []
    const note = (requestId: string = crypto.randomUUID()): string => {
      notes.set(requestId, calls)
      ids.push(requestId)
      return requestId
    }
    rows.set(rowKey(work), { work, note })
    return {
      calls,
      note,
      end() {
        rows.delete(rowKey(work))
        for (const id of ids) notes.delete(id)
      },
    }
  }

  return { client, inFlight, firstLook: settings.minPollDelay, takeInHand }
}

function toCall({ version, customerId, upgradeId, ...call }: AuditRecord): RecordedCall {
  return call
}
