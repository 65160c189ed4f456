// Formats that a regular expression alone cannot check, by name. Each is bundled with the validators that use it.

const fullDate = /^(\d{4})-(\d\d)-(\d\d)$/
const fullTime = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i

/** Checks a `full-date` of RFC 3339. */
export function date(text: string): boolean {
  const [, year, month, day] = (fullDate.exec(text) ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  const last = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : daysOf(month)
  return day >= 1 && day <= last
}

function daysOf(month: number): number {
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** Checks a `full-time` of RFC 3339, with any number of fractional digits. A leap second is only valid at the end of a UTC day. */
export function time(text: string): boolean {
  const match = fullTime.exec(text)
  if (!match) return false
  const [hour = 0, minute = 0, second = 0] = match.slice(1, 4).map(Number)
  const [offsetHour, offsetMinute] = [Number(match[5] ?? 0), Number(match[6] ?? 0)]
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false
  if (second < 60) return true
  const offset = (offsetHour * 60 + offsetMinute) * (match[4] === '-' ? -1 : 1)
  return (hour * 60 + minute - offset + 2880) % 1440 === 1439
}

/** Checks a `date-time` of RFC 3339. A leap second is only valid at the end of a UTC month; which months had one is not checked. */
function dateTime(text: string): boolean {
  const [day, clock] = [text.slice(0, 10), text.slice(11)]
  if (!/^.{10}t/i.test(text) || !date(day) || !time(clock)) return false
  if (clock.slice(6, 8) !== '60') return true
  const zone = clock.slice(8).replace(/^\.\d+/, '')
  const before = Date.parse(`${day}T${clock.slice(0, 6)}59${zone.toUpperCase()}`)
  return new Date(before + 1000).getUTCDate() === 1
}

/** Checks a regular expression of ECMAScript. */
export function regex(text: string): boolean {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}

interface NumberFormat {
  readonly type: 'number'
  readonly validate: (value: number) => boolean
}

export const int32: NumberFormat = {
  type: 'number',
  validate: (value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
}

export const int64: NumberFormat = {
  type: 'number',
  validate: (value) => Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63,
}

// Stryker disable next-line all: no expression may stand where a name is exported
export { dateTime as 'date-time' }
