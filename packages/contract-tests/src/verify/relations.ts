import type { PlainRequest } from '@partner-upgrades/negative-tests'
import { findGuids, isGuid } from '@partner-upgrades/spec'
import { isObject } from '@partner-upgrades/spec-diff/document'
import type { ReceivedAnswer } from './exchange.ts'

/** A 2xx response, with its request. */
export interface Exchanged {
  /** The `operationId`. */
  readonly operation: string
  /** The request. */
  readonly request: PlainRequest
  /** The response. */
  readonly answer: ReceivedAnswer
  /** The body of the response, if it is JSON. */
  readonly body: unknown
}

/** What a response repeats of its request, by operation: the property of its body, and how to find the value in the request. */
const repeated: Readonly<
  Record<string, readonly (readonly [property: string, inRequest: (request: PlainRequest) => unknown])[]>
> = {
  getProductUpgradeStatus: [['id', ({ path }) => findGuids(path).at(-1)]],
  checkProductUpgradeEligibility: [
    ['customerId', ({ body }) => Object(parse(body)).customerId],
    ['productFamily', ({ body }) => Object(parse(body)).productFamily],
  ],
}

/**
 * Reports a response that is about something other than its request: the status of another upgrade, the eligibility of another
 * customer. It may match the schema, and a caller would mistake it for its own.
 */
export function relationProblems({ operation, request, body }: Exchanged): readonly string[] {
  if (!isObject(body)) return []
  return (repeated[operation] ?? []).flatMap(([property, inRequest]) => {
    const [asked, answered] = [inRequest(request), body[property]]
    if (typeof asked !== 'string' || typeof answered !== 'string' || isSame(asked, answered)) return []
    return [`the body at /${property} is ${answered}, and the request was about ${asked}`]
  })
}

/** Compares each create with earlier ones: a customer has one upgrade at a time. */
export function createUpgradeLog(): (exchanged: Exchanged) => readonly string[] {
  const upgrades = new Map<string, string>()
  return ({ request, answer }) => {
    const customerId: unknown = Object(parse(request.body)).customerId
    const [upgradeId] = findGuids(answer.headers.get('Location') ?? '')
    if (answer.status !== 202 || typeof customerId !== 'string' || upgradeId === undefined) return []
    const first = upgrades.get(customerId.toLowerCase()) ?? upgradeId
    upgrades.set(customerId.toLowerCase(), first)
    if (isSame(first, upgradeId)) return []
    return [
      `created the upgrade ${upgradeId} beside ${first}, which it created before in this run: expected 409 with code 900109`,
    ]
  }
}

/** Whether a response repeats an ID of its request, which the documentation leaves open; undefined if none was sent. */
export function isEchoed(name: string, { request, answer }: Exchanged): boolean | undefined {
  const sent = Object.entries(request.headers).find(([key]) => isSame(key, name))?.[1]
  return sent === undefined || !isGuid(sent) ? undefined : isSame(sent, answer.headers.get(name) ?? '')
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

function parse(body: unknown): unknown {
  try {
    return typeof body === 'string' ? JSON.parse(body) : undefined
  } catch {
    return undefined
  }
}
