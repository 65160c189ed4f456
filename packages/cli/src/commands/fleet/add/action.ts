import { readCustomers } from '@partner-upgrades/bulk'
import type { Fleet, Partner } from '@partner-upgrades/fleet'
import { cloudBaseUrls } from '@partner-upgrades/spec/clouds'
import type { Action } from '../../../command/command.ts'
import { askConsentTo, checkConsent } from '../../../command/consent.ts'
import type { ConsentOptions } from '../../../command/options.ts'
import { exitCodes } from '../../../process/exit-codes.ts'
import type { Host } from '../../../process/host.ts'
import { readService } from '../../../session/service.ts'
import { createRecordsFolder } from '../../../upgrades/create-records.ts'
import { consequenceOf } from '../../bulk/view.ts'
import { type FleetOptions, withFleet } from '../open.ts'
import { addedReport, signOfLifeReport } from './view.ts'

/** Options of `fleet add`. */
export interface AddOptions extends FleetOptions, ConsentOptions {
  /** The partner tenant that the list belongs to. */
  readonly partner: string
  /** The name of the list. @default the name of the file */
  readonly name?: string
  /** Whether to check eligibility only. @default false */
  readonly dryRun?: boolean
  /** The journal of bulk, if bulk has begun the list. @default none */
  readonly journal?: string
  /** Requests per minute that the partner may send. @default the partner's current setting */
  readonly ceiling?: number
  /** The profile with the partner's credentials. @default the partner's current setting */
  readonly credential?: string
}

/** Adds a list after asking for consent, as workers start on it at once. */
export const add: Action<[file: string, options: AddOptions]> = async (session, file, options) => {
  const { host, reporter } = session
  const { partner, name, journal, dryRun = false } = options
  if (!dryRun) checkConsent(session, options)
  const service = serviceOf(host.env)
  return withFleet(session, options, async (fleet) => {
    const customers = await readCustomers(file)
    const settings = await settingsOf(fleet, options, service)
    reporter.note(customers.notes)

    async function confirm(count: number): Promise<void> {
      if (!dryRun && count > 0) await askConsentTo(session, options, consequenceOf(file, count))
      if (settings) await fleet.setPartner(settings)
    }

    if (journal === undefined) await confirm(customers.size)
    const added = await fleet.add(file, {
      partner,
      dryRun,
      ...(service !== undefined && { service }),
      ...(name !== undefined && { name }),
      ...(journal !== undefined && {
        journal,
        stateFolder: createRecordsFolder(host.env),
        onJournal: ({ open }) => confirm(open.new + open.sent),
        onWait: (process, ms) => reporter.report(signOfLifeReport(process, ms)),
      }),
    })
    reporter.report(addedReport(added, partner, dryRun))
    return exitCodes.done
  })
}

/** The service set in the environment, if any. */
function serviceOf(env: Host['env']): string | undefined {
  const { baseUrl, cloud } = readService(env)
  return baseUrl ?? (cloud && cloudBaseUrls[cloud])
}

/** The partner's new settings; undefined if no setting was given. */
async function settingsOf(
  fleet: Fleet,
  { partner, ceiling, credential }: AddOptions,
  service: string | undefined,
): Promise<Partner | undefined> {
  const { partners } = await fleet.status()
  if (ceiling === undefined && credential === undefined) return undefined
  const before = partners.find(({ name }) => name === partner)
  const kept = { ceiling: ceiling ?? before?.ceiling, credential: credential ?? before?.credential }
  return {
    name: partner,
    service: before?.service ?? service ?? cloudBaseUrls.global,
    ...(kept.ceiling !== undefined && { ceiling: kept.ceiling }),
    ...(kept.credential !== undefined && { credential: kept.credential }),
  }
}
