import {
  type AuditRecord,
  createProductUpgradesClient,
  type ProductUpgradesClientOptions,
} from '@partner-upgrades/client'
import type { IdempotencyFiles } from '@partner-upgrades/client/node'
import { BulkError, EntryError } from '../errors.ts'
import type { Accepted, Created, Ended, Postponed, RecordedCall, Sending } from '../store/journal-entry.ts'
import type { Work } from '../store/store.ts'
import type { ClassifiedError } from './classify-error.ts'
import { ended, processRow, type Tools, type Verdict } from './process-row.ts'
import { createRowIdempotency, type RowsInHand, rowKey } from './row-idempotency.ts'

/** The options of `createStepTaker`. */
export interface StepTakerOptions<Row extends Work = Work> {
  /** The client's options: credential, base URL, clock and so on. By default it polls upgrades less often than a client does. */
  readonly client: ProductUpgradesClientOptions
  /**
   * Records that a create is about to be sent, or was accepted without naming its upgrade. The entry must be durable when this resolves.
   * A create that cannot be recorded is not sent.
   *
   * @returns whether this worker still holds the row; if not, its create is not sent.
   */
  readonly record: (entry: Sending | Accepted, row: Row) => Promise<boolean>
  /**
   * The locks and records that keep workers from creating for the same customer at once, whatever their lists.
   * @default none: only the claims of rows exclude workers from each other
   */
  readonly creates?: Pick<IdempotencyFiles, 'tryOpen'> | undefined
  /** Whether to check eligibility only. @default false */
  readonly dryRun?: boolean | undefined
  /** How long to follow an upgrade, in milliseconds. @default 86400000, a day */
  readonly followFor?: number | undefined
  /** Called before a create is recorded for the first time; throw to postpone the row. @default every create may start */
  readonly admit?: ((row: Row) => void) | undefined
  /** Called when the records of `creates` cannot be read or written; the create is not sent. */
  readonly onUnrecordable?: ((error: BulkError) => void) | undefined
}

/** The options of one step. */
export interface StepOptions {
  /** Aborts the step. A create that may have been sent remains to be settled. */
  readonly signal: AbortSignal
  /**
   * Called with an error of the client; returns whether it is the row's own, so that it counts as one of the row's attempts. During an
   * outage, it is not.
   * @default every error is the row's own
   */
  readonly notice?: ((error: ClassifiedError) => boolean) | undefined
}

/** The result of a step: the entry to record next about the row. */
export type StepResult = Created | Postponed | Ended

/**
 * Takes one step with a row that this worker holds exclusively: starts it, settles a create in doubt, or polls its upgrade. The decision
 * depends on the row alone; the step waits only for the service, and leaves it to the caller to record the returned entry.
 *
 * @throws BulkError if something could not be recorded; it was not sent.
 */
export type TakeStep<Row extends Work = Work> = (row: Row, options: StepOptions) => Promise<StepResult>

/**
 * Creates a function that takes steps with rows, with one client for all of them. Call it from a queue, a workflow engine or a loop such
 * as `runBulk`.
 *
 * No two rows in progress may name the same customer and product family.
 *
 * @throws TypeError naming the client option that is invalid.
 * @example
 * const takeStep = createStepTaker({ client: { credential: getToken }, record: (entry) => append(entry) })
 * const entry = await takeStep(row, { signal })
 */
export function createStepTaker<Row extends Work = Work>(options: StepTakerOptions<Row>): TakeStep<Row> {
  const { client: given, creates, dryRun = false, followFor = 86_400_000, onUnrecordable } = options
  const { onAudit, minPollDelay = 30_000, maxPollDelay = 300_000 } = given
  const rows: RowsInHand<Row> = new Map()
  const notes = new Map<string, RecordedCall[]>()
  const client = createProductUpgradesClient({
    ...given,
    minPollDelay,
    maxPollDelay,
    idempotency: createRowIdempotency(rows, { ...options, creates, onUnrecordable }),
    onAudit(record) {
      notes.get(record.requestId)?.push(toCall(record))
      onAudit?.(record)
    },
  })
  const tools: Omit<Tools, 'notice'> = { client, dryRun, followFor, firstLook: minPollDelay }

  return async (work, { signal, notice = () => true }) => {
    const calls: RecordedCall[] = []
    const ids: string[] = []
    const note = (requestId: string = crypto.randomUUID()): string => {
      notes.set(requestId, calls)
      ids.push(requestId)
      return requestId
    }
    const key = rowKey(work)
    rows.set(key, { work, note })
    try {
      const verdict = await processRow(work, { ...tools, notice }, { signal, note }).catch(toUnknown)
      return { ...verdict, row: work.row, calls }
    } finally {
      rows.delete(key)
      for (const id of ids) notes.delete(id)
    }
  }
}

/** Ends a row as `unknown` after an unforeseen error, so that other rows continue; rethrows errors of the store. */
export function toUnknown(error: unknown): Verdict {
  if (error instanceof BulkError && !(error instanceof EntryError)) throw error
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return ended('unknown', { text: `The response could not be understood (${text}).` })
}

function toCall({ version, customerId, upgradeId, ...call }: AuditRecord): RecordedCall {
  return call
}
