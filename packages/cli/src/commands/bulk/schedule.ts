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
 * Reads when new upgrades may be created.
 *
 * @throws CliError naming the option that is wrong, or that makes no sense in a dry run.
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

/** Says when new upgrades are created, and in whose time. */
export function scheduleNotes({ startAt, between }: Schedule, option: string | undefined): readonly string[] {
  // Whoever names a time zone knows it.
  const whose = between && !option?.includes(between.timeZone) ? ', the time zone of this machine' : ''
  return [
    ...(startAt === undefined ? [] : [`No upgrade is created before ${localTime(startAt, timeZoneOf({ between }))}.`]),
    ...(between ? [`Upgrades are created only in these hours: ${formatDailyWindow(between)}${whose}.`] : []),
  ]
}

/** Reports that creates wait for their schedule, until when, and what goes on meanwhile. */
export function waitingReport({ open }: RunProgress, until: number, schedule: Schedule): Report {
  const time = localTime(until, timeZoneOf(schedule))
  const who = `${number(open.new)} ${open.new === 1 ? 'customer waits' : 'customers wait'}`
  const running = open.created > 0 ? `, ${number(open.created)} running` : ''
  return {
    json: { event: 'waiting', until: new Date(until).toISOString(), waiting: open.new, running: open.created },
    plain: [`waiting: creates go on at ${time}; ${who}${running}`],
    screen: (paint, width) => headline(paint, width, 'open', 'Waiting', `until ${time}`, `${who}${running}`),
  }
}

/** Reports that creates go on. */
export function goingOnReport({ open }: RunProgress): Report {
  const who = `${number(open.new)} ${open.new === 1 ? 'customer' : 'customers'} to go`
  return {
    json: { event: 'goingOn', waiting: open.new },
    plain: [`going on: ${who}`],
    screen: (paint, width) => headline(paint, width, 'open', 'Going on', who),
  }
}

function timeZoneOf({ between }: { readonly between?: Schedule['between'] | undefined }): string {
  return between?.timeZone ?? machineTimeZone()
}

/** A time to the minute by the clocks of a time zone, with its name. */
function localTime(time: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return `${format.format(time)} ${timeZone}`
}
