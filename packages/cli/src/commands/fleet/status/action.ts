import { systemClock } from '@partner-upgrades/client'
import type { FleetStatus } from '@partner-upgrades/fleet'
import type { Action } from '../../../command/command.ts'
import { CliError } from '../../../errors/cli-error.ts'
import { exitCodes } from '../../../process/exit-codes.ts'
import { type FleetOptions, withFleet } from '../open.ts'
import { statusReport } from './view.ts'

/** Options of `fleet status`. */
export interface StatusOptions extends FleetOptions {
  /** Only this partner. @default all */
  readonly partner?: string
  /** Milliseconds between two reports. @default one report */
  readonly watch?: number
}

/** Shows the status of the fleet; with `watch`, shows changes until it is interrupted. */
export const status: Action<[options: StatusOptions]> = async (session, options) =>
  withFleet(session, options, async (fleet) => {
    const { host, reporter } = session
    const clock = host.clock ?? systemClock
    let told: FleetStatus | undefined
    for (;;) {
      const found = only(await fleet.status(), options.partner)
      if (told === undefined || !isLike(found, told)) {
        reporter.report(statusReport(found))
        told = found
      }
      if (options.watch === undefined) return exitCodes.done
      await clock.sleep(options.watch, host.signal).catch(() => {})
      if (host.signal.aborted) return exitCodes.done
    }
  })

/** Whether two reports would be the same, apart from times and rates. */
function isLike(one: FleetStatus, two: FleetStatus): boolean {
  return stateOf(one) === stateOf(two)
}

function stateOf({ lists, partners, workers }: FleetStatus): string {
  const held = partners.map(({ name, quietUntil, deadLetters }) => [name, quietUntil, deadLetters])
  return JSON.stringify([lists, held, workers.map(({ id, busy }) => [id, busy])])
}

function only(status: FleetStatus, partner: string | undefined): FleetStatus {
  if (partner === undefined) return status
  const partners = status.partners.filter(({ name }) => name === partner)
  if (partners.length > 0) {
    return { ...status, partners, lists: status.lists.filter((list) => list.partner === partner) }
  }
  const known = status.partners.map(({ name }) => name)
  throw new CliError(exitCodes.usage, `The fleet has no partner "${partner}".`, [
    known.length > 0 ? `It has ${known.join(', ')}.` : 'Add a list: partner-upgrades fleet add <file> --partner <name>',
  ])
}
