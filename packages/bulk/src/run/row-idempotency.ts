import { type IdempotencyStore, NotSentError, type PendingCreate } from '@partner-upgrades/client'
import type { IdempotencyFiles, LockHolder } from '@partner-upgrades/client/node'
import { type BulkError, reasonOf, StoreError } from '../errors.ts'
import type { Accepted, Sending } from '../store/journal-entry.ts'
import type { Work } from '../store/store.ts'

/** A row in progress. */
export interface RowInHand<Row extends Work = Work> {
  /** The row. */
  readonly work: Row
  /** Assigns the calls of a request ID to the row. */
  note(requestId: string): void
}

/** The rows in progress, by `rowKey`. */
export type RowsInHand<Row extends Work = Work> = Map<string, RowInHand<Row>>

/** Returns the key of a row in {@link RowsInHand}. */
export function rowKey({ customerId, productFamily }: Pick<Work, 'customerId' | 'productFamily'>): string {
  return `${customerId} ${productFamily}`.toLowerCase()
}

/** Thrown if another process of this machine is creating an upgrade for the customer. Nothing was sent. */
export class CustomerBusyError extends NotSentError {
  /** The process that holds the customer's lock. */
  readonly holder: LockHolder

  constructor(holder: LockHolder) {
    super(`Process ${holder.process.pid} (${holder.purpose}) is creating an upgrade for this customer`, {
      unsent: true,
    })
    this.holder = holder
  }
}

/** The options of `createRowIdempotency`. */
export interface RowIdempotencyOptions<Row extends Work> {
  /** Records an entry about a row durably; resolves to whether this worker still holds the row. */
  readonly record: (entry: Sending | Accepted, row: Row) => Promise<boolean>
  /** The records and locks that all lists share. @default none */
  readonly creates?: Pick<IdempotencyFiles, 'tryOpen'> | undefined
  /** Throws if the row's create may not start now. @default every create may start */
  readonly admit?: ((row: Row) => void) | undefined
  /** Called when the shared records cannot be read or written. */
  readonly onUnrecordable?: ((error: BulkError) => void) | undefined
}

/**
 * Records creates in the row's journal entries and in the records that all lists share, because another list or a person at the command
 * line may be creating an upgrade for the same customer.
 */
export function createRowIdempotency<Row extends Work>(
  rows: RowsInHand<Row>,
  { record, creates, admit, onUnrecordable }: RowIdempotencyOptions<Row>,
): IdempotencyStore {
  /** Reports that a create cannot be recorded: neither it nor any later one is sent. */
  function fail(cause: unknown): never {
    onUnrecordable?.(
      new StoreError(
        `The request IDs of creates could not be recorded (${reasonOf(cause)}). Nothing was sent that is not recorded. Fix this, then run the same command again: it resumes where it stopped.`,
        { cause },
      ),
    )
    throw notSent('it could not be recorded', cause)
  }

  return {
    async open(subject) {
      const hand = rows.get(rowKey(subject))
      if (!hand) throw notSent('no row asked for this create')
      const { work, note } = hand
      const shared = await creates?.tryOpen(subject).catch(fail)
      if (shared && 'holder' in shared) throw new CustomerBusyError(shared.holder)
      const pending = shared?.pending ?? pendingOf(work)
      if (pending) note(pending.requestId)
      // A create that is sent again does not count as a new one.
      let begun = pending?.requestId

      async function recordSending({ requestId, attempt = '' }: PendingCreate): Promise<void> {
        const entry = { is: 'sending', row: work.row, requestId, correlationId: attempt } as const
        const own = await record(entry, work).catch((cause: unknown) => {
          throw notSent('it could not be recorded', cause)
        })
        if (!own) throw notSent('another worker has taken over the row')
      }

      return {
        ...(pending && { pending: work.accepted ? { ...pending, accepted: true } : pending }),
        async save(next) {
          if (next.accepted === undefined && next.requestId !== begun) admit?.(work)
          begun = next.requestId
          // Recorded in the journal first: if this worker has lost the row, the shared record must stay as it is.
          if (next.accepted === undefined) await recordSending(next)
          await Promise.resolve(shared?.save(next)).catch(fail)
          // If the service named the upgrade, the row's next entry does as well.
          if (next.accepted && !next.upgradeId)
            await record({ is: 'accepted', row: work.row, requestId: next.requestId }, work)
        },
        clear: () => shared?.clear(),
        close: () => shared?.close(),
      }
    },
  }
}

/** Returns the row's create as the store recorded it, without whether it was accepted. */
function pendingOf({ requestId, attempt }: Work): PendingCreate | undefined {
  return requestId === undefined ? undefined : { requestId, ...(attempt && { attempt }), accepted: false }
}

function notSent(why: string, cause?: unknown): NotSentError {
  return new NotSentError(`The create was not sent: ${why}`, { cause, unsent: true })
}
