const isoTime = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?$/i

/**
 * Parses a point in time in ISO 8601 with its zone, such as `2026-12-05T22:00+01:00`, into milliseconds since 1970.
 *
 * @throws TypeError that says what is wrong and what to write instead.
 */
export function parseStartTime(text: string): number {
  const [whole, date = '', zone] = isoTime.exec(text.trim()) ?? []
  if (whole !== undefined && zone === undefined) {
    throw new TypeError(`The time zone is missing. Add an offset or Z for UTC: ${whole}+01:00 or ${whole}Z.`)
  }
  const time = Date.parse(whole?.toUpperCase() ?? '')
  // `Date` would turn a day that its month does not have into one of the next month.
  if (Number.isNaN(time) || new Date(`${date}T00:00Z`).toISOString().slice(0, 10) !== date) {
    throw new TypeError(
      'Use a date and time of ISO 8601 with its zone, such as 2026-12-05T22:00+01:00 or 2026-12-05T21:00Z.',
    )
  }
  return time
}
