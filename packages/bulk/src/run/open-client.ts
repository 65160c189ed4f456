import {
  type AuditRecord,
  type Clock,
  createProductUpgradesClient,
  type ProductUpgradesClient,
} from '@partner-upgrades/client'
import type { RecordedCall } from '../entry.ts'
import { createInFlight, type InFlight } from './in-flight.ts'
import type { Pace } from './pace.ts'
import { quietUntil } from './quiet-until.ts'
import { type Creates, createRecordingFetch } from './recording-fetch.ts'
import type { RunOptions } from './run-options.ts'

/** The client of a run, and what the run hears of it. */
export interface RunClient {
  readonly client: ProductUpgradesClient
  /** Rows whose creates are under way. */
  readonly creates: Creates
  readonly inFlight: InFlight
  /** Milliseconds from creating an upgrade to the first look at it. */
  readonly firstLook: number
  /** Begins to record the calls of one step. */
  recordCalls(): CallRecorder
}

/** The calls of one step. */
export interface CallRecorder {
  readonly calls: readonly RecordedCall[]
  /** Has the calls of a request ID recorded, of a new one if there is none. */
  note(requestId?: string): string
  end(): void
}

/** Makes a client that writes down its creates before it sends them, and tells how the service takes it. */
export function openClient(
  { store, client: given, parallel = 16 }: RunOptions,
  clock: Clock,
  pace: Pace,
  stop: (error: unknown) => void,
): RunClient {
  const { fetch = (url, init) => globalThis.fetch(url, init), onAudit, onResponse } = given
  const settings = { minPollDelay: 30_000, maxPollDelay: 300_000, ...given }
  const creates: Creates = new Map()
  const notes = new Map<string, RecordedCall[]>()
  const inFlight = createInFlight(clock, fetch)
  const client = createProductUpgradesClient({
    ...settings,
    maxInFlight: parallel,
    // The budget of the run is that of all workers together.
    pollsPerMinute: Number.POSITIVE_INFINITY,
    fetch: createRecordingFetch(inFlight.fetch, store, creates),
    onAudit(record) {
      notes.get(record.requestId)?.push(toCall(record))
      onAudit?.(record)
    },
    onResponse(event) {
      if (event.status === 429) {
        pace.refused(Date.parse(event.startedAt), clock.now())
        const until = quietUntil(event.headers, clock.now())
        if (until > store.progress().quietUntil) store.append({ is: 'throttled', until }).catch(stop)
      } else if (event.status !== undefined) pace.accepted()
      onResponse?.(event)
    },
  })

  function recordCalls(): CallRecorder {
    const calls: RecordedCall[] = []
    const ids: string[] = []
    return {
      calls,
      note(requestId = crypto.randomUUID()) {
        notes.set(requestId, calls)
        ids.push(requestId)
        return requestId
      },
      end() {
        for (const id of ids) notes.delete(id)
      },
    }
  }

  return { client, creates, inFlight, firstLook: settings.minPollDelay, recordCalls }
}

function toCall({ version, customerId, upgradeId, ...call }: AuditRecord): RecordedCall {
  return call
}
