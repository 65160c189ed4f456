import { isGuid } from '@partner-upgrades/spec'
import { defined } from '../values/json.ts'

/**
 * Asserts that an input is valid.
 *
 * @throws TypeError that names the input and what it must be, but never its value.
 */
export function assertInput(sound: unknown, name: string, must: string): asserts sound {
  if (!sound) throw new TypeError(`${name} must be ${must}`)
}

/**
 * Checks values by name: IDs must be GUIDs, texts printable ASCII, deadlines times, and limits numbers. Values with other names, and
 * undefined ones, pass.
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
 * Checks options as {@link validateInput} does, and rejects unknown names: a misspelt `requestID` would otherwise be ignored silently.
 *
 * @throws TypeError naming what is wrong.
 */
export function validateOptions(options: object): void {
  for (const name in options) assertInput(optionNames.test(name), name, 'left out: there is no such option')
  validateInput(options)
}

/** Checks values as {@link validateInput} does; those named in `required` must be present. */
export function validateSubject(subject: object, ...required: readonly string[]): void {
  const missing = required.map((name) => [name, null])
  validateInput({ ...Object.fromEntries(missing), ...defined(Object(subject)) })
}

/** Whether a value is a valid header value. */
function isText(value: unknown): boolean {
  return typeof value === 'string' && /^[ -~]+$/.test(value)
}
