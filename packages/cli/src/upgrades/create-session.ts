import type { PendingCreate, ProductUpgradeRequest, ProductUpgradesClient } from '@partner-upgrades/client'
import type { IntervalOptions, SettleOptions } from '../command/options.ts'
import { openClient } from '../session/client.ts'
import type { Session } from '../session/session.ts'
import { openStateFile, type StateFile } from '../state/state-file.ts'
import { openCreateRecords } from './create-records.ts'
import { adoptUnreported } from './create-upgrade.ts'

/** The client and files that a command needs to create an upgrade for a customer. */
export interface CreateSession {
  /** The client, with the records of creates that the programs of this machine share. */
  readonly client: ProductUpgradesClient
  /** The state that the program keeps for the customer. */
  readonly stateFile: StateFile
  /** Returns the create that was sent for the customer and may still be pending. */
  pending(): Promise<PendingCreate | undefined>
}

/**
 * Opens the client and the files for creating an upgrade.
 *
 * @param command the command's name, shown to programs that wait for it
 */
export async function openCreateSession(
  session: Session,
  request: ProductUpgradeRequest,
  options: SettleOptions & IntervalOptions,
  command: string,
): Promise<CreateSession> {
  const files = openCreateRecords(session, `partner-upgrades ${command}`, options.settleFor)
  const idempotency = adoptUnreported(files, session.host)
  const client = await openClient(session, { ...options, idempotency })
  const subject = { customerId: request.customerId, productFamily: request.productFamily, baseUrl: client.baseUrl }
  return { client, stateFile: openStateFile(subject, session.host), pending: () => files.read(subject) }
}
