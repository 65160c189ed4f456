import type { Fault, ProductUpgradesEligibility, ProductUpgradesStatus, UpgradesLineItem } from '@partner-upgrades/spec'
import type { Answer } from '../contract/answer.ts'
import type { HeaderRecord } from '../contract/headers.ts'
import type { Random } from '../random/random.ts'

/** Properties that the contract allows to be null if they are empty, by a property that identifies their object. */
const nullable: Readonly<Record<string, readonly string[]>> = {
  ...nullableOf<ProductUpgradesEligibility>('isEligible', ['upgradeId', 'reason', 'attributes']),
  ...nullableOf<ProductUpgradesStatus>('lineItems', ['errorDetails', 'attributes']),
  ...nullableOf<UpgradesLineItem>('sourceProduct', ['upgradedDate', 'errorDetails', 'attributes']),
  ...nullableOf<Fault>('code', ['data']),
}

/** The property with the status of an upgrade or line item. */
const status: keyof ProductUpgradesStatus & keyof UpgradesLineItem = 'status'
/** The property with the code of a fault. */
const code: keyof Fault = 'code'

function nullableOf<Shape>(
  mark: keyof Shape & string,
  properties: readonly (keyof Shape & string)[],
): Readonly<Record<string, readonly string[]>> {
  return { [mark]: properties }
}

/**
 * Varies what the documentation leaves open in a response: the spelling of statuses, whether empty properties are null or
 * left out, whether codes are text or numbers, and `Content-Type`.
 */
export function varyAnswer(answer: Answer, random: Random): Answer {
  if (typeof answer.body !== 'object' || answer.body === null) return answer
  const contentType = pick(random, ['application/json', 'application/json; charset=utf-8', null])
  return { ...answer, body: vary(answer.body, random), contentType }
}

/** Replaces the request's IDs in half of the responses. */
export function varyIds(headers: HeaderRecord, random: Random): HeaderRecord {
  if (random.integer(2) === 0) return headers
  return { ...headers, 'MS-RequestId': random.guid(), 'MS-CorrelationId': random.guid() }
}

function vary(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((item) => vary(item, random))
  if (typeof value !== 'object' || value === null) return value
  const varied: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(value)) varied[key] = varyProperty(key, inner, random)
  for (const [mark, properties] of Object.entries(nullable)) {
    if (!(mark in varied)) continue
    for (const property of properties) {
      const empty = varied[property] === undefined || (Array.isArray(varied[property]) && varied[property].length === 0)
      if (empty && random.integer(2) === 0) varied[property] = null
    }
  }
  return varied
}

function varyProperty(key: string, value: unknown, random: Random): unknown {
  if (key === status && typeof value === 'string') {
    return pick(random, [value, value.toLowerCase(), value.toUpperCase()])
  }
  if (key === code && typeof value === 'string' && /^\d{1,9}$/.test(value))
    return pick<string | number>(random, [value, Number(value)])
  return vary(value, random)
}

function pick<T>(random: Random, choices: readonly [T, ...T[]]): T {
  const choice = choices[random.integer(choices.length)]
  return choice === undefined ? choices[0] : choice
}
