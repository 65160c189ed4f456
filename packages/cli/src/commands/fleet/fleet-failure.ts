import type { DatabaseError } from '@partner-upgrades/fleet'
import { CliError } from '../../errors/cli-error.ts'
import { type ExitCode, exitCodes } from '../../process/exit-codes.ts'
import { isBulkFailure, toListError } from '../bulk/list-error.ts'
import { withoutPassword } from './database.ts'

type Loaded = Pick<typeof import('@partner-upgrades/fleet'), 'DatabaseError' | 'FleetError'>

/** What an error of the fleet, a list or the results ends the program with; any other error is returned as it is. */
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

/** Whoever has to wait is told apart from whoever has to sign in otherwise, or to change something. */
function exitCodeOf({ problem }: DatabaseError): ExitCode {
  if (problem === 'unreachable' || problem === 'lost') return exitCodes.connection
  return problem === 'refused' ? exitCodes.credentials : exitCodes.usage
}
