import type { DatabaseError } from '@partner-upgrades/fleet'
import { CliError } from '../../errors/cli-error.ts'
import { type ExitCode, exitCodes } from '../../process/exit-codes.ts'
import { isBulkFailure, toListError } from '../bulk/list-error.ts'
import { withoutPassword } from './database.ts'

type Loaded = Pick<typeof import('@partner-upgrades/fleet'), 'DatabaseError' | 'FleetError'>

/** Converts an error of the fleet, a list or the results to the one that ends the program; returns any other error unchanged. */
export function toFleetFailure(error: unknown, loaded: Loaded, database: string): unknown {
  if (isBulkFailure(error)) return toListError(error, exitCodes.usage)
  if (!(error instanceof loaded.FleetError)) return error
  const [message = '', ...advice] = withoutPassword(error.message, database).split('\n')
  return new CliError(
    error instanceof loaded.DatabaseError ? exitCodeOf(error) : exitCodes.usage,
    message,
    advice.map((line) => line.trim()),
    error,
  )
}

/** Separates errors that call for waiting from those that call for other credentials or another change. */
function exitCodeOf({ problem }: DatabaseError): ExitCode {
  if (problem === 'unreachable' || problem === 'lost') return exitCodes.connection
  return problem === 'refused' ? exitCodes.credentials : exitCodes.usage
}
