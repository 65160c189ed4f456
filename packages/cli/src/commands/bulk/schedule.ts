import {
  formatDailyWindow,
  machineTimeZone,
  parseDailyWindow,
  parseStartTime,
  type RunProgress,
  type Schedule,
} from '@partner-upgrades/bulk'
import { CliError } from '../../errors/cli-error.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import { headline } from '../../terminal/headline.ts'
import type { Report } from '../../terminal/report.ts'
import { number } from './counts.ts'
import type { BulkOptions } from './options.ts'

/**
 * Reads the schedule that limits when upgrades may be created.
 *
 * @throws CliError that names the invalid option, or one that a dry run does not allow.
 */
export function readSchedule({ startAt, between, dryRun }: BulkOptions): Schedule {
  const schedule = {
    ...(startAt !== undefined && { startAt: read('--start-at', startAt, parseStartTime) }),
    ...(between !== undefined && { between: read('--between', between, parseDailyWindow) }),
  }
  const [option] = [...(startAt === undefined ? [] : ['--start-at']), ...(between === undefined ? [] : ['--between'])]
  if (!dryRun || option === undefined) return schedule
  throw new CliError(exitCodes.usage, `${option} cannot be used with --dry-run, which creates nothing.`, [
    'Leave out one of them.',
  ])
}

function read<T>(option: string, text: string, parse: (text: string) => T): T {
  try {
    return parse(text)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new CliError(exitCodes.usage, `${option} "${text}" is invalid. Nothing was sent.`, [error.message])
  }
}

/** States when upgrades are created, and in which time zone. */
export function scheduleNotes({ startAt, between }: Schedule, option: string | undefined): readonly string[] {
  // A time zone that the user named needs no explanation.
  const whose = between && !option?.includes(between.timeZone) ? ', the time zone of this machine' : ''
  return [
    ...(startAt === undefined ? [] : [`No upgrade is created before ${localTime(startAt, timeZoneOf({ between }))}.`]),
    ...(between ? [`Upgrades are created only in these hours: ${formatDailyWindow(between)}${whose}.`] : []),
  ]
}

/** Reports that creates wait for their schedule, until when, and how many upgrades run meanwhile. */
export function waitingReport({ open }: RunProgress, until: number, schedule: Schedule): Report {
  const time = localTime(until, timeZoneOf(schedule))
  const who = `${number(open.new)} ${open.new === 1 ? 'customer waits' : 'customers wait'}`
  const running = open.created > 0 ? `, ${number(open.created)} running` : ''
  return {
    json: { event: 'waiting', until: new Date(until).toISOString(), waiting: open.new, running: open.created },
    plain: [`waiting: creates resume at ${time}; ${who}${running}`],
    screen: (paint, width) => headline(paint, width, 'open', 'Waiting', `until ${time}`, `${who}${running}`),
  }
}

/** Reports that creates resume. */
export function goingOnReport({ open }: RunProgress): Report {
  const who = `${number(open.new)} ${open.new === 1 ? 'customer' : 'customers'} to go`
  return {
    json: { event: 'goingOn', waiting: open.new },
    plain: [`resuming: ${who}`],
    screen: (paint, width) => headline(paint, width, 'open', 'Resuming', who),
  }
}

function timeZoneOf({ between }: { readonly between?: Schedule['between'] | undefined }): string {
  return between?.timeZone ?? machineTimeZone()
}

/** Formats a time to the minute in a time zone, followed by the zone's name. */
function localTime(time: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return `${format.format(time)} ${timeZone}`
}
