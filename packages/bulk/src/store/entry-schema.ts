import { isGuid } from '@partner-upgrades/spec'
import { isRowEntry, type JournalEntry, type JournalEvent, outcomes } from './journal-entry.ts'
import type { Line, Opened } from './journal-line.ts'

/** The maximum length of an entry's texts, in UTF-16 code units. */
export const longestText = 1_024
/** The latest time that a `Date` can express, in milliseconds since 1970. */
const latest = 8_640_000_000_000_000

type Check = (value: unknown) => boolean
type Checks = Readonly<Record<string, Check>>
interface Member {
  readonly fits: Check
  /** The expected kind of value, for messages. */
  readonly what: string
  readonly optional?: true
}
type Members = Readonly<Record<string, Member>>

/** Whether a value is a time in milliseconds since 1970 that a `Date` can express. */
export const isTime: Check = (value) => typeof value === 'number' && value >= 0 && value <= latest
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const isText: Check = (value) => typeof value === 'string'
const isShort: Check = (value) => typeof value === 'string' && value.length <= longestText
const isDigest: Check = (value) => typeof value === 'string' && /^[\da-f]{8}$/.test(value)
const isTruth: Check = (value) => typeof value === 'boolean'

const count: Member = { fits: isCount, what: 'a whole number' }
const time: Member = { fits: isTime, what: 'a time in milliseconds since 1970' }
const duration: Member = { fits: isTime, what: 'a number of milliseconds' }
const truth: Member = { fits: isTruth, what: 'true or false' }
const guid: Member = { fits: isGuid, what: 'a GUID' }
const text: Member = { fits: isShort, what: `a text of at most ${longestText.toLocaleString('en')} characters` }
const optional = (member: Member): Member => ({ ...member, optional: true })

const attempt: Checks = {
  operation: isText,
  requestId: isText,
  correlationId: isText,
  startedAt: isText,
  duration: Number.isFinite,
}
const call: Checks = {
  call: isText,
  requestId: isText,
  startedAt: isText,
  duration: Number.isFinite,
  outcome: isText,
  attempts: (value) => areAll(value, (each) => holds(each, attempt)),
}
const calls: Member = { fits: (value) => areAll(value, (each) => holds(each, call)), what: 'a list of recorded calls' }
const reasonMembers: Members = { text, code: optional(text), error: optional(text) }
const reason: Member = {
  fits: (value) =>
    typeof value === 'object' && value !== null && findInvalidMemberIn(value, named(reasonMembers)) === undefined,
  what: `an object with "text" and perhaps "code" and "error", each ${text.what}`,
  optional: true,
}

const isOptionalText: Check = (value) => value === undefined || isShort(value)
const isProduct: Check = (value) => value === undefined || holds(value, { id: isOptionalText, name: isOptionalText })
const lineItem: Checks = {
  sourceProduct: isProduct,
  targetProduct: isProduct,
  status: isOptionalText,
  upgradedDate: isOptionalText,
  reason: (value) => value === undefined || reason.fits(value),
}
const lineItems: Member = {
  fits: (value) => areAll(value, (each) => holds(each, lineItem)),
  what: 'a list of line items',
  optional: true,
}

/** The members of each kind of event; others are not allowed. */
const shapes: { readonly [Name in (JournalEvent | Opened)['is']]: Members } = {
  opened: {
    version: { fits: (value) => value === 2, what: '2' },
    after: count,
    dryRun: truth,
    service: { fits: isText, what: 'a text' },
    lease: duration,
    input: { fits: (value) => holds(value, { name: isText, sha256: isText, rows: isCount }), what: 'a list' },
    process: { fits: isProcess, what: 'a process' },
  },
  claimed: { rows: { fits: (value) => areAll(value, isCount), what: 'a list of rows' } },
  alive: {},
  left: {},
  gone: { worker: text },
  handedOver: { after: count, handOver: guid, fleet: guid, list: text, partner: text },
  throttled: { quietFor: duration },
  again: { round: count, all: optional(truth) },
  sending: { row: count, requestId: guid, correlationId: text },
  accepted: { row: count, requestId: guid },
  created: { row: count, upgradeId: guid, adopted: truth, dueIn: duration, calls },
  postponed: {
    row: count,
    dueIn: duration,
    tries: count,
    delay: optional(duration),
    anew: optional(truth),
    reason,
    calls,
  },
  ended: {
    row: count,
    outcome: { fits: (value) => outcomes.some((outcome) => outcome === value), what: 'an outcome' },
    again: truth,
    reason,
    lineItems,
    lineItemsLeftOut: optional(count),
    calls,
  },
}

/** The members of a line besides its header and the members of its event. */
const ofLine: Members = {
  w: text,
  n: count,
  p: optional({ fits: isDigest, what: 'eight hexadecimal digits' }),
  at: time,
  set: optional({ fits: Number.isFinite, what: 'a number of milliseconds' }),
}

type NamedMembers = readonly (Member & { readonly name: string })[]

function named(members: Members): NamedMembers {
  return Object.entries(members).map(([name, member]) => ({ name, ...member }))
}

const events = new Map(Object.entries(shapes).map(([is, members]) => [is, named({ is: text, ...members })]))
const lines = new Map([...events].map(([is, members]) => [is, [...named(ofLine), ...members]]))

/** Describes what is wrong with an event; `undefined` if it is valid. Unknown members are invalid. */
export function findInvalidMember(event: object): string | undefined {
  const { is }: { readonly is?: unknown } = event
  const members = typeof is === 'string' ? events.get(is) : undefined
  return members ? findInvalidMemberIn(event, members) : '"is" is not an entry type'
}

/** Whether a value is a valid event. */
export function isEvent(value: object): value is JournalEvent | Opened {
  return findInvalidMember(value) === undefined
}

/** Whether a parsed value is a valid line: the members of an event next to those of the line. */
export function isLine(value: unknown): value is Omit<Line, 'event'> & (JournalEvent | Opened) {
  const { is }: { readonly is?: unknown } = Object(value)
  const members = typeof is === 'string' ? lines.get(is) : undefined
  return members !== undefined && findInvalidMemberIn(Object(value), members) === undefined
}

function findInvalidMemberIn(value: object, members: NamedMembers): string | undefined {
  const given: Readonly<Record<string, unknown>> = Object(value)
  let present = 0
  for (const each of members) {
    const member = given[each.name]
    if (member === undefined && each.optional) continue
    if (!each.fits(member)) return `"${each.name}" is not ${each.what}`
    present++
  }
  // If every member is known, the counts match.
  const names = Object.keys(given)
  if (names.length === present) return undefined
  const stranger = names.find((name) => !members.some((each) => each.name === name))
  return stranger === undefined ? undefined : `"${stranger}" is not known`
}

const areAll = (values: unknown, fits: Check): boolean => Array.isArray(values) && values.every(fits)

function holds(value: unknown, checks: Checks): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(checks).every(([name, fits]) => fits(Reflect.get(value, name)))
}

function isProcess(value: unknown): boolean {
  const { boot = '' }: { readonly boot?: unknown } = Object(value)
  return holds(value, { host: isText, pid: isCount, startedAt: Number.isFinite }) && isText(boot)
}

/** Whether an event is about a row or the run, rather than about the journal and its workers. */
export function isEntry(event: JournalEvent | Opened): event is JournalEntry {
  return event.is === 'again' || isRowEntry(event)
}
