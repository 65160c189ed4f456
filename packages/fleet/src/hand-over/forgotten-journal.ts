import { existsSync } from 'node:fs'
import { JournalError, journalOf, openHandOver, openRows } from '@partner-upgrades/bulk'
import { systemClock } from '@partner-upgrades/client'
import { FleetListError } from '../errors.ts'
import type { NewList } from '../lists/new-list.ts'

/**
 * Refuses to start from scratch on a list that bulk has begun, because both would create upgrades. A journal in which every customer is
 * settled does no harm.
 *
 * @throws FleetListError that says what to do with the journal.
 */
export async function refuseForgottenJournal(file: string, { customers, service, dryRun }: NewList): Promise<void> {
  const path = journalOf(file, dryRun)
  if (dryRun || !existsSync(path)) return
  const why = await findReason(path, { customers, service })
  if (why === undefined) return
  throw new FleetListError(
    `Bulk has begun this list: ${why} Nothing was added.\nHand over the journal as well: partner-upgrades fleet add with --journal ${path}\nIf it belongs to other customers, move it to another folder.`,
  )
}

async function findReason(path: string, list: Pick<NewList, 'customers' | 'service'>): Promise<string | undefined> {
  try {
    const journal = await openHandOver({ path, ...list, clock: systemClock })
    await journal.close()
    const { before, progress } = journal
    if (before) return `${path} was handed over to a fleet.`
    return openRows(progress.open) + progress.ended.unknown > 0
      ? `${path} has customers that are not settled.`
      : undefined
  } catch (error) {
    if (error instanceof JournalError) return error.message
    throw error
  }
}
