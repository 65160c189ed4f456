import type { Fleet } from '@partner-upgrades/fleet'
import { CliError } from '../../errors/cli-error.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import type { Session } from '../../session/session.ts'
import { readDatabase } from './database.ts'
import { toFleetFailure } from './fleet-failure.ts'

/** Options of every command of `fleet`. */
export interface FleetOptions {
  /** The address of the database. @default that of `DATABASE_URL` */
  readonly database?: string
}

type FleetPackage = typeof import('@partner-upgrades/fleet')

/**
 * Loads the package for fleets, which brings a database driver and is installed separately.
 *
 * @throws CliError that says how to install it.
 */
export async function loadFleet(
  load: () => Promise<FleetPackage> = () => import('@partner-upgrades/fleet'),
): Promise<FleetPackage> {
  try {
    return await load()
  } catch (error) {
    const { code, message }: { readonly code?: unknown; readonly message?: unknown } = Object(error)
    // Any other missing module is a defect.
    if (code !== 'ERR_MODULE_NOT_FOUND' || !/'@partner-upgrades\/fleet'/.test(String(message))) throw error
    throw new CliError(
      exitCodes.usage,
      'The package for fleets is not installed.',
      ['Install it beside the command line: npm install -g @partner-upgrades/fleet'],
      error,
    )
  }
}

/**
 * Opens the fleet for one command, and closes it afterwards.
 *
 * @throws CliError if the database is missing or unsuitable; the message never contains the password.
 */
export async function withFleet<T>(
  { host }: Session,
  { database: given }: FleetOptions,
  work: (fleet: Fleet, loaded: FleetPackage) => Promise<T>,
): Promise<T> {
  const database = readDatabase(host.env, given)
  const loaded = await loadFleet()
  const fleet = loaded.openFleet({ database })
  try {
    return await work(fleet, loaded)
  } catch (error) {
    throw toFleetFailure(error, loaded, database)
  } finally {
    await fleet.close().catch(() => {})
  }
}
