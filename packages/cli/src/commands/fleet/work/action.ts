import { leanMemory } from '@partner-upgrades/bulk'
import type { WorkEvent } from '@partner-upgrades/fleet'
import type { Action } from '../../../command/command.ts'
import type { IntervalOptions, SettleOptions } from '../../../command/options.ts'
import { CliError } from '../../../errors/cli-error.ts'
import { exitCodes } from '../../../process/exit-codes.ts'
import { type FleetOptions, withFleet } from '../open.ts'
import { type Address, observe } from './observe.ts'
import { createClients } from './partner-clients.ts'
import { beganReport, stoppedReport } from './view.ts'
import { createWorkReports } from './work-reports.ts'

/** Options of `fleet work`. */
export interface WorkOptions extends FleetOptions, IntervalOptions, SettleOptions {
  /** Only these partners. @default all */
  readonly partner?: readonly string[]
  /** The folder with the settings of each partner. @default that of `PARTNER_CENTER_PROFILES`, or the environment's own settings */
  readonly profiles?: string
  /** The maximum number of customers of a partner to work on at once. @default 16 */
  readonly parallel?: number
  /** How long this worker may be silent before others take over, in milliseconds. @default 30000 */
  readonly lease?: number
  /** How long to follow an upgrade, in milliseconds. @default 86400000 */
  readonly follow?: number
  /** Whether to end once nothing is left to do. @default false */
  readonly untilDone?: boolean
  /** The address at which to answer probes and scrapes. @default nowhere */
  readonly observe?: Address
}

/** Works on the lists of a fleet until it is stopped. */
export const work: Action<[options: WorkOptions]> = async (session, options) =>
  withFleet(session, options, async (fleet, loaded) => {
    const { host, reporter } = session
    if (host.ownProcess) leanMemory()
    const counters = loaded.createRequestCounters()
    const { partners } = await fleet.status()
    const names = chosen(
      partners.map(({ name }) => name),
      options.partner,
    )
    const clients = createClients(session, options, names, counters)
    // Unusable credentials are reported before anything is sent, and before other workers rely on this one.
    for (const partner of partners.filter(({ name }) => names.includes(name))) await clients(partner)
    const reports = createWorkReports(session)
    const observer = options.observe && (await observe(options.observe, fleet, loaded, counters, host.signal))
    reporter.report(beganReport(names, observer?.port))
    try {
      const summary = await fleet.work({
        client: clients,
        signal: host.signal,
        ...(options.partner && { partners: names }),
        ...(options.parallel && { parallel: options.parallel }),
        ...(options.lease && { lease: options.lease }),
        ...(options.follow && { followFor: options.follow }),
        ...(options.untilDone && { untilDone: true }),
        onEvent: (event: WorkEvent) => reports.tell(event),
      })
      reporter.clearProgress()
      reporter.report(stoppedReport(summary, host.signal.aborted))
      // A signal is the normal way to end a worker, and not a failure.
      return exitCodes.done
    } finally {
      await observer?.close()
    }
  })

/** The partners to work for: those requested, or all known ones. There may be none yet; new ones are served as they come. */
function chosen(known: readonly string[], asked: readonly string[] | undefined): readonly string[] {
  const unknown = asked?.find((name) => !known.includes(name))
  if (unknown === undefined) return asked ?? known
  throw new CliError(exitCodes.usage, `The fleet has no partner "${unknown}". Nothing was sent.`, [
    known.length > 0 ? `It has ${known.join(', ')}.` : 'Add a list: partner-upgrades fleet add <file> --partner <name>',
  ])
}
