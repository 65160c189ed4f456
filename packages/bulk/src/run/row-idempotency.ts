import { type IdempotencyStore, NotSentError, type PendingCreate } from '@partner-upgrades/client'
import type { IdempotencyFiles, LockHolder } from '@partner-upgrades/client/node'
import { type BulkError, reasonOf, StoreError } from '../errors.ts'
import type { Accepted, Sending } from '../store/journal-entry.ts'
import type { Work } from '../store/store.ts'

/** A row that is being worked on, and who is told of the request ID that its create goes by. */
export interface RowInHand<Row extends Work = Work> {
  /** The row being worked on. */
  readonly work: Row
  /** Notes the calls of a request ID as the row's. */
  note(requestId: string): void
}

/** Rows in hand, by customer and product family. */
export type RowsInHand<Row extends Work = Work> = Map<string, RowInHand<Row>>

/** What a row goes by in {@link RowsInHand}. */
export function rowKey({ customerId, productFamily }: Pick<Work, 'customerId' | 'productFamily'>): string {
  return `${customerId} ${productFamily}`.toLowerCase()
}

/** Another process of this machine is at the customer's create. Nothing was sent. */
export class CustomerBusyError extends NotSentError {
  /** Who that is. */
  readonly holder: LockHolder

  constructor(holder: LockHolder) {
    super(`Process ${holder.process.pid} (${holder.purpose}) is creating an upgrade for this customer`, {
      unsent: true,
    })
    this.holder = holder
  }
}

/** Where and when creates are recorded. */
export interface RowIdempotencyOptions<Row extends Work> {
  /** Records an entry of a row, durably; says whether the row is still this worker's. */
  readonly record: (entry: Sending | Accepted, row: Row) => Promise<boolean>
  /** The records that all lists share. @default there are none */
  readonly creates?: Pick<IdempotencyFiles, 'tryOpen'> | undefined
  /** Throws if the row's create may not start now. @default all may */
  readonly admit?: ((row: Row) => void) | undefined
  /** Called when the shared records cannot be read or written. */
  readonly onUnrecordable?: ((error: BulkError) => void) | undefined
}

/**
 * Keeps what a client has to know of a create with its row, and in the records that all lists share: another list, or a person at the
 * command line, may be at the same customer.
 */
export function createRowIdempotency<Row extends Work>(
  rows: RowsInHand<Row>,
  { record, creates, admit, onUnrecordable }: RowIdempotencyOptions<Row>,
): IdempotencyStore {
  /** What cannot be recorded is not sent, and neither is anything after it. */
  function fail(cause: unknown): never {
    onUnrecordable?.(
      new StoreError(
        `The request IDs of creates could not be recorded (${reasonOf(cause)}). Nothing was sent that is not recorded. Mend this, then run the same command again: it goes on where it stopped.`,
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
      // A create that is sent again is no new one.
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
          // First of all it shows whether the row is still this worker's: if not, what other processes know of it stays as it is.
          if (next.accepted === undefined) await recordSending(next)
          await Promise.resolve(shared?.save(next)).catch(fail)
          // Where the service named the upgrade, the row's next entry does, too.
          if (next.accepted && !next.upgradeId)
            await record({ is: 'accepted', row: work.row, requestId: next.requestId }, work)
        },
        clear: () => shared?.clear(),
        close: () => shared?.close(),
      }
    },
  }
}

/** What the store knows of the row's create. */
function pendingOf({ requestId, attempt, accepted }: Work): PendingCreate | undefined {
  return requestId === undefined ? undefined : { requestId, ...(attempt && { attempt }), accepted: accepted === true }
}

function notSent(why: string, cause?: unknown): NotSentError {
  return new NotSentError(`The create was not sent: ${why}`, { cause, unsent: true })
}
