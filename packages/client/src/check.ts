import { isGuid } from './guid.ts'
import { defined } from './json.ts'

/** @throws TypeError that says what must be what, and never what it was. */
export function check(sound: unknown, name: string, must: string): asserts sound {
  if (!sound) throw new TypeError(`${name} must be ${must}`)
}

/**
 * Checks values by their names, wherever they come from: what is called an ID, a text, a time or a number is one. Others
 * pass, and so does what is not given.
 *
 * @throws TypeError naming what is wrong.
 */
export function checkNamed(values: object): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue
    if (/Id$/.test(name)) check(isGuid(value), name, 'a GUID')
    if (/^(application|locale|productFamily)$/.test(name)) check(isText(value), name, 'printable ASCII')
    if (name === 'deadline') check(Date.parse(value) > 0, name, 'an ISO 8601 date-time')
    if (/^(m(ax|in)[A-Z]|timeout|retries|polls|last|complete|total)/.test(name)) {
      const least = /^(retries|maxRetry|last)/.test(name) ? 0 : Number.MIN_VALUE
      check(typeof value === 'number' && value >= least, name, `a number${least ? ' above 0' : ', 0 or more'}`)
    }
  }
}

/** As {@link checkNamed}; the names of `required` must be there as well. */
export function checkSubject(subject: object, ...required: readonly string[]): void {
  const missing = required.map((name) => [name, null])
  checkNamed({ ...Object.fromEntries(missing), ...defined(Object(subject)) })
}

/** What may stand in a header. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && /^[ -~]+$/.test(value)
}
