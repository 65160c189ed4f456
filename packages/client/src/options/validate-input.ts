import { isGuid } from '@partner-upgrades/spec'
import { defined } from '../values/json.ts'

/**
 * Asserts that an input is sound.
 *
 * @throws TypeError that names the input and what it must be, but never its value.
 */
export function assertInput(sound: unknown, name: string, must: string): asserts sound {
  if (!sound) throw new TypeError(`${name} must be ${must}`)
}

/**
 * Checks values by their names, wherever they come from: what is called an ID, a text, a time or a number is one. Others
 * pass, and so does what is not given.
 *
 * @throws TypeError naming what is wrong.
 */
export function validateInput(values: object): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue
    if (/Id$/.test(name)) assertInput(isGuid(value), name, 'a GUID')
    if (/^(application|locale|productFamily)$/.test(name)) assertInput(isText(value), name, 'printable ASCII')
    if (name === 'deadline') assertInput(Date.parse(value) > 0, name, 'an ISO 8601 time')
    if (/^(m(ax|in)[A-Z]|timeout|retries|polls|last|complete|total|settle)/.test(name)) {
      const least = /^(retries|maxRetry|last)/.test(name) ? 0 : Number.MIN_VALUE
      assertInput(typeof value === 'number' && value >= least, name, `a number${least ? ' above 0' : ', 0 or more'}`)
    }
  }
}

const optionNames =
  /^(on(Audit|Re(quest|sponse|try)|Settle)|credential|cloud|baseUrl|fetch|clock|application|locale|validate(Mfa)?|headers|(totalT|t)imeout|retries|settleFor|idempotency|gate|max(RetryAfter|InFlight)|pollsPerMinute|m(in|ax)PollDelay|random|signal|(request|correlation)Id)$/

/**
 * As {@link validateInput}, for options: a misspelt one, `requestID`, would else be left out in silence.
 *
 * @throws TypeError naming what is wrong.
 */
export function validateOptions(options: object): void {
  for (const name in options) assertInput(optionNames.test(name), name, 'left out: there is no such option')
  validateInput(options)
}

/** As {@link validateInput}; the names of `required` must be there as well. */
export function validateSubject(subject: object, ...required: readonly string[]): void {
  const missing = required.map((name) => [name, null])
  validateInput({ ...Object.fromEntries(missing), ...defined(Object(subject)) })
}

/** What may stand in a header. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && /^[ -~]+$/.test(value)
}
