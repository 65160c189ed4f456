import { type IdempotencyStore, NotSentError, type PendingCreate } from '@partner-upgrades/client'
import type { IdempotencyFiles, LockHolder } from '@partner-upgrades/client/node'
import { StoreError } from '../errors.ts'
import type { Store, Work } from '../store/store.ts'
import type { CreateGate } from './create-gate.ts'

/** A row that is being worked on, and who is told of the request ID that its create goes by. */
export interface RowInHand {
  /** The row being worked on. */
  readonly work: Work
  /** Notes the calls of a request ID as the row's. */
  note(requestId: string): void
}

/** Rows in hand, by customer and product family. */
export type RowsInHand = Map<string, RowInHand>

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

/**
 * Keeps what a client has to know of a create in the store of the run, and in the files that all processes of this machine share: another
 * list, or a person at the command line, may be at the same customer.
 */
export function createRowIdempotency(
  store: Store,
  rows: RowsInHand,
  files: IdempotencyFiles | undefined,
  gate: CreateGate,
  stop: (error: unknown) => void,
): IdempotencyStore {
  /** What cannot be recorded is not sent, and neither is anything after it. */
  function fail(cause: unknown): never {
    const why = cause instanceof Error ? cause.message : String(cause)
    stop(
      new StoreError(
        `The request IDs of creates could not be recorded (${why}). Nothing was sent that is not recorded. Mend this, then run the same command again: it goes on where it stopped.`,
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
      const shared = await files?.tryOpen(subject).catch(fail)
      if (shared && 'holder' in shared) throw new CustomerBusyError(shared.holder)
      const pending = shared?.pending ?? pendingOf(work)
      if (pending) note(pending.requestId)
      // A create that is sent again is no new one.
      let begun = pending?.requestId

      async function record({ requestId, attempt = '' }: PendingCreate): Promise<void> {
        const entry = { is: 'sending', row: work.row, requestId, correlationId: attempt } as const
        const own = await store.append(entry).catch((cause: unknown) => {
          throw notSent('it could not be recorded', cause)
        })
        if (!own) throw notSent('another worker has taken over the row')
      }

      return {
        ...(pending && { pending: work.accepted ? { ...pending, accepted: true } : pending }),
        async save(next) {
          if (next.accepted === undefined && next.requestId !== begun) gate.admit(work.row)
          begun = next.requestId
          // First of all it shows whether the row is still this worker's: if not, what other processes know of it stays as it is.
          if (next.accepted === undefined) await record(next)
          await Promise.resolve(shared?.save(next)).catch(fail)
          // Where the service named the upgrade, the row's next entry does, too.
          if (next.accepted && !next.upgradeId)
            await store.append({ is: 'accepted', row: work.row, requestId: next.requestId })
        },
        clear: () => shared?.clear(),
        close: () => shared?.close(),
      }
    },
  }
}

/** What the store knows of the row's create. */
function pendingOf({ requestId, since, accepted }: Work): PendingCreate | undefined {
  return requestId === undefined ? undefined : { requestId, attempt: String(since), accepted: accepted === true }
}

function notSent(why: string, cause?: unknown): NotSentError {
  return new NotSentError(`The create was not sent: ${why}`, { cause, unsent: true })
}
