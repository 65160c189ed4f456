/** A span of each day, by the wall clock of a time zone; it may extend past midnight. */
export interface DailyWindow {
  /** The first minute of the window, counted from midnight: 0 to 1439. */
  readonly from: number
  /** The first minute after the window, counted from midnight: 0 to 1439. */
  readonly to: number
  /** The IANA name of the time zone, such as `Europe/Berlin`. */
  readonly timeZone: string
}

const minutesADay = 1_440
const minute = 60_000

/** Returns the IANA name of this machine's time zone. */
export function machineTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/**
 * Parses `22:00-06:00` or `22:00-06:00 Europe/Berlin`.
 *
 * @param timeZone the time zone if the text names none
 * @throws TypeError that says what is wrong and what to write instead.
 */
export function parseDailyWindow(text: string, timeZone: string = machineTimeZone()): DailyWindow {
  const [hours = '', ...named] = text.trim().split(/\s+/)
  const [from, to, ...more] = hours.split('-').map(toMinute)
  if (from === undefined || to === undefined || more.length > 0 || from === minutesADay) {
    throw new TypeError(
      'Use two times of day, HH:MM-HH:MM, and a time zone if it is not that of this machine: "22:00-06:00 Europe/Berlin".',
    )
  }
  if (from === to % minutesADay) {
    throw new TypeError('It begins and ends at the same time. For the whole day, leave it out.')
  }
  const zone = named.join(' ') || timeZone
  if (!isTimeZone(zone)) {
    throw new TypeError(`"${zone}" is not a time zone. Use an IANA name, such as Europe/Berlin or UTC.`)
  }
  return { from, to: to % minutesADay, timeZone: zone }
}

/** Formats a window in the form that `parseDailyWindow` reads: `22:00-06:00 Europe/Berlin`. */
export function formatDailyWindow({ from, to, timeZone }: DailyWindow): string {
  return `${toTime(from)}-${toTime(to)} ${timeZone}`
}

/**
 * Returns the first time in the window, from `now` on and including `now`; in milliseconds since 1970.
 *
 * The wall clock decides, even in nights in which daylight saving time begins or ends: an hour that it shows twice counts twice, and one
 * that it skips does not occur.
 */
export function nextOpening({ from, to, timeZone }: DailyWindow, now: number): number {
  const minuteOf = createWallClock(timeZone)
  const isOpen = (at: number): boolean => {
    const shown = minuteOf(at)
    return from < to ? from <= shown && shown < to : from <= shown || shown < to
  }
  if (isOpen(now)) return now
  const thisMinute = now - (now % minute)
  const expected = thisMinute + ((from - minuteOf(now) + minutesADay) % minutesADay) * minute
  if (minuteOf(expected) === from) return expected
  // Daylight saving time begins or ends in between, so check every minute.
  let at = thisMinute + minute
  while (!isOpen(at)) at += minute
  return at
}

/** Creates a function that returns the minute of the day on the wall clock of a time zone. */
function createWallClock(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' })
  return (at) => toMinute(format.format(at)) ?? 0
}

/** Reads `HH:MM`; `undefined` for anything else. */
function toMinute(text: string): number | undefined {
  if (!/^\d\d:\d\d$/.test(text)) return undefined
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  const total = 60 * hours + minutes
  return minutes < 60 && total <= minutesADay ? total : undefined
}

function toTime(total: number): string {
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  return `${twoDigits(Math.floor(total / 60))}:${twoDigits(total % 60)}`
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
