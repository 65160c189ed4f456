import type { HandedRow } from '@partner-upgrades/bulk'
import type { CreateSubject, PendingCreate } from '@partner-upgrades/client'
import { createIdempotencyFiles } from '@partner-upgrades/client/node'
import { FleetListError } from '../errors.ts'

/** Reads this machine's record of the create for a row's customer. */
export type ReadCreate = (row: HandedRow, subject: CreateSubject) => Promise<PendingCreate | undefined>

/**
 * Returns a reader of the records of creates that all lists of this machine share. They hold more than a journal does: the upgrade that
 * had failed before a create was sent, and creates from other lists and from the command line.
 *
 * @throws FleetListError if a record is damaged, or a process is working on the create.
 */
export function createRecordReader(folder: string | undefined): ReadCreate {
  const files = createIdempotencyFiles({ purpose: 'a hand-over to a fleet', ...(folder && { folder }) })

  /** Reads a create in doubt under its lock: a process that holds the lock settles the create itself, and may send it again. */
  async function takeDoubt(subject: CreateSubject): Promise<PendingCreate | undefined> {
    const entry = await files.tryOpen(subject)
    if (!('holder' in entry)) {
      await entry.close()
      return entry.pending
    }
    const { process, purpose } = entry.holder
    throw new FleetListError(
      `Process ${process.pid} (${purpose}) is creating an upgrade for the customer ${subject.customerId} of the list. Wait for it or stop it, then repeat the hand-over. Nothing was handed over.`,
    )
  }

  async function read(subject: CreateSubject): Promise<PendingCreate | undefined> {
    try {
      const known = await files.read(subject)
      return known && !known.upgradeId ? await takeDoubt(subject) : known
    } catch (cause) {
      if (cause instanceof FleetListError) throw cause
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new FleetListError(`The records of creates cannot be read: ${reason}. Nothing was handed over.`, { cause })
    }
  }

  return async (row, subject) => {
    const record = await read(subject)
    if (record || row.state !== 'sent') {
      const accepted = row.accepted && record?.requestId === row.requestId
      return record && accepted ? { ...record, accepted } : record
    }
    return row.requestId === undefined ? undefined : toPending(row, row.requestId)
  }
}

/** The create in doubt as recorded in the journal. */
function toPending({ entries, accepted }: HandedRow, requestId: string): PendingCreate {
  const sent = entries.filter((entry) => entry.is === 'sending' && entry.counts && entry.requestId === requestId).at(-1)
  return {
    requestId,
    ...(sent?.is === 'sending' && { attempt: sent.correlationId }),
    ...(accepted && { accepted: true }),
  }
}
