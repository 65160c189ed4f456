import { type CustomerRow, type HandedRow, type HandOver, openHandOver } from '@partner-upgrades/bulk'
import { systemClock } from '@partner-upgrades/client'
import { insertCreates, type KnownCreate } from '../creates/insert-creates.ts'
import type { Database, Queries } from '../database/database.ts'
import { FleetListError } from '../errors.ts'
import { holdRequests } from '../gate/turns.ts'
import type { AddedList, AddOptions } from '../lists/add-options.ts'
import { findList } from '../lists/find-list.ts'
import { insertList, lockList, type NewList, refuseKnown } from '../lists/new-list.ts'
import { type StoredPartner, savePartner } from '../partners/partners.ts'
import type { FleetQueue } from '../queue/queue.ts'
import { readLists } from '../status/read-status.ts'
import { type Handed, insertHandedRows, turnsOf } from './insert-handed-rows.ts'
import { createRecordReader, type ReadCreate } from './records.ts'
import { checkDestination, isHandedOver, noteHandOver, readIdentity } from './stored-hand-overs.ts'

/** How many rows are written at a time, with their histories. */
const batch = 1_000
/** The longest throttling pause to take over from a journal, in milliseconds. */
const longestQuiet = 3_600_000

type HandOverHooks = Pick<AddOptions, 'stateFolder' | 'onJournal' | 'onWait'>

/**
 * Adds a list that bulk has begun, with everything in its journal, and seals the journal.
 *
 * The journal is sealed before the transaction commits, so bulk and the fleet can never both continue, whatever interrupts this.
 * Repeating an interrupted call completes it; repeating a complete one changes nothing.
 *
 * @throws JournalError if the journal belongs to another list or service, is damaged, or is in use; nothing is changed.
 * @throws FleetListError if the list exists already, or the journal was handed over elsewhere.
 */
export async function handOverList(
  database: Database,
  queue: FleetQueue,
  list: NewList,
  journal: string,
  { stateFolder, onJournal, onWait }: HandOverHooks,
): Promise<AddedList> {
  const { customers, dryRun, service } = list
  const fleet = await readIdentity(database)
  const opened = await openHandOver({
    path: journal,
    customers,
    service,
    dryRun,
    clock: systemClock,
    ...(onWait && { onWait }),
  })
  try {
    const { before, progress } = opened
    const here = { fleet, list: list.name, partner: list.partner }
    if (before) checkDestination(journal, before, here)
    if (before && (await isHandedOver(database, before))) return await readAdded(database, list)
    await refuseKnown(database, list)
    await onJournal?.(progress)
    const partner = await savePartner(database, queue, { name: list.partner, service })
    await queue.prepare(partner.id)
    const destination = before ?? { ...here, handOver: crypto.randomUUID() }
    await database.transaction(async (tx) => {
      await lockList(tx, list)
      // Another process may have completed it in the meantime.
      if (await isHandedOver(tx, destination)) return
      await refuseKnown(tx, list)
      const readCreate = dryRun ? async () => undefined : createRecordReader(stateFolder)
      await insertAll(tx, queue, partner, list, opened, readCreate)
      await noteHandOver(tx, destination)
      await opened.seal(destination)
    })
    return await readAdded(database, list)
  } finally {
    await opened.close()
  }
}

async function insertAll(
  tx: Queries,
  queue: FleetQueue,
  partner: StoredPartner,
  list: NewList,
  opened: HandOver,
  readCreate: ReadCreate,
): Promise<void> {
  const id = await insertList(tx, list, partner.id)
  const tallies = new Map<string, number>()
  for await (const rows of batches(list.customers.rows(), opened.rows())) {
    await insertHandedRows(tx, id, rows)
    const creates: KnownCreate[] = []
    for (const { customer, known } of rows) {
      const { customerId, productFamily } = customer
      const pending = await readCreate(known, { baseUrl: partner.service, customerId, productFamily })
      if (pending) creates.push({ customerId, productFamily, pending })
      const tally = JSON.stringify([known.state, known.again])
      tallies.set(tally, (tallies.get(tally) ?? 0) + 1)
    }
    const busy = await insertCreates(tx, partner.service, creates)
    if (busy !== undefined) {
      throw new FleetListError(
        `A worker of the fleet is creating an upgrade for the customer ${busy}, which is in another list, too. Repeat the hand-over when it is done. Nothing was handed over.`,
      )
    }
    await queue.put(partner.id, turnsOf(id, rows), tx)
  }
  for (const [tally, count] of tallies) {
    await tx.query('INSERT INTO fleet.tallies (list, state, again, session, count) VALUES ($1, $2, $3, 0, $4)', [
      id,
      ...JSON.parse(tally),
      count,
    ])
  }
  const { quietFor: quiet } = opened.progress
  if (quiet > 0) await holdRequests(tx, partner.id, Math.min(quiet, longestQuiet))
}

/** Yields the customers of a list in batches, each with its row in the journal. */
async function* batches(
  customers: AsyncIterable<CustomerRow>,
  rows: AsyncIterable<HandedRow>,
): AsyncGenerator<readonly Handed[], void, undefined> {
  const known = rows[Symbol.asyncIterator]()
  let some: Handed[] = []
  for await (const customer of customers) {
    const { value, done } = await known.next()
    if (done) throw new FleetListError('The journal has fewer customers than the list. Nothing was handed over.')
    if (some.push({ customer, known: value }) < batch) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/** Reads the list back from the fleet. */
async function readAdded(database: Database, { name, customers }: NewList): Promise<AddedList> {
  const { id } = await findList(database, name).catch((cause: unknown) => {
    throw new FleetListError(
      `The journal was handed over as ${JSON.stringify(name)}, which has since been deleted from the fleet. Nothing was changed.`,
      { cause },
    )
  })
  const [status] = await readLists(database, id)
  return {
    id,
    name,
    rows: customers.size,
    notes: customers.notes,
    ...(status && { handedOver: { open: status.open, ended: status.ended } }),
  }
}
