import type { Fleet, Observer, RequestCounters } from '@partner-upgrades/fleet'
import { CliError } from '../../../errors/cli-error.ts'
import { exitCodes } from '../../../process/exit-codes.ts'

/** An address to listen at. */
export interface Address {
  /** The host name or IP address. @default this machine alone */
  readonly host?: string
  /** The port. */
  readonly port: number
}

/**
 * Answers probes and scrapes while a worker runs.
 *
 * @throws CliError if it cannot listen at the port.
 */
export async function observe(
  { host, port }: Address,
  fleet: Pick<Fleet, 'status' | 'unseen'>,
  { startObserver, observe: look }: Pick<typeof import('@partner-upgrades/fleet'), 'startObserver' | 'observe'>,
  counters: RequestCounters,
  signal: AbortSignal,
): Promise<Observer> {
  try {
    return await startObserver({
      port,
      ...(host !== undefined && { host }),
      look: () => look(fleet),
      requests: counters.read,
      stopping: () => signal.aborted,
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CliError(exitCodes.usage, `Cannot listen at --observe ${port} (${why}). Nothing was sent.`, [
      'Choose another port.',
    ])
  }
}
