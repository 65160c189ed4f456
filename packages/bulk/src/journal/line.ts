import { type Entry, type Event, outcomes, type Reason } from '../entry.ts'
import { isGuid } from '../guid-bytes.ts'

/** What each worker writes first: what the journal is about. The first such line of a journal counts. */
export interface Opened {
  readonly is: 'opened'
  /** The version of the journal's form. */
  readonly version: 1
  readonly input: { readonly name: string; readonly sha256: string; readonly rows: number }
  /** Whether only eligibility is asked. */
  readonly dryRun: boolean
  /** The service's base URL. */
  readonly service: string
  /** Milliseconds that a worker may be silent before its claims end. */
  readonly lease: number
}

/** A line of the journal. */
export interface Line {
  /** The worker: another for every time a program was started. */
  readonly w: string
  /** Its lines are numbered from 1, without a gap. */
  readonly n: number
  /** When, in milliseconds since 1970. */
  readonly at: number
  /** What; as it was read, it holds the rest of the line as well. */
  readonly event: Event | Opened
}

/** How every line begins, and nothing within one does: quotes in texts are escaped, and no inner object has a `w`. */
export const mark = '{"w":"'
const markBytes = Buffer.from(mark)
const callsBytes = Buffer.from(',"calls":[')

/** Writes a line: what readers look for first, the long list of calls last. */
export function formatLine({ w, n, at, event }: Line): string {
  const { is, row, calls, ...rest } = { row: undefined, calls: undefined, ...event }
  return `${JSON.stringify({ w, n, at, is, row, ...rest, calls })}\n`
}

/** What stands between two line ends. */
export interface Found {
  /** Whole lines. More than one where a worker was stopped right before a line end. */
  readonly lines: readonly Line[]
  /** Whether something is no whole line. */
  readonly broken: boolean
  /** Whether something cannot even be a part of one. */
  readonly foreign: boolean
}

/** What a worker that was stopped, or a power cut, may leave of a line: less than its mark, or nothing but zeros. */
const stumps = /^(?:\{(?:"(?:w(?:":?)?)?)?|\0)*$/

/** Reads what stands between two line ends; the calls of an entry are left out, unless they are wanted. */
export function parseLine(bytes: Buffer, calls = false): Found {
  const start = bytes.lastIndexOf(markBytes)
  if (start < 0) return { lines: [], broken: true, foreign: !stumps.test(bytes.toString('latin1')) }
  const line = parseOne(bytes.subarray(start), calls)
  // What a worker could not finish, and behind it what the next one wrote.
  const before = start > 0 ? parseLine(bytes.subarray(0, start), calls) : undefined
  return {
    lines: [...(before?.lines ?? []), ...(line ? [line] : [])],
    broken: !line || (before?.broken ?? false),
    foreign: before?.foreign ?? false,
  }
}

function parseOne(bytes: Buffer, calls: boolean): Line | undefined {
  if (bytes.at(-1) !== 0x7d) return undefined
  const end = calls ? -1 : bytes.indexOf(callsBytes)
  try {
    return toLine(JSON.parse(end < 0 ? bytes.toString() : `${bytes.toString('utf8', 0, end)},"calls":[]}`))
  } catch {
    return undefined
  }
}

function toLine(value: unknown): Line | undefined {
  const { w, n, at }: Readonly<Record<string, unknown>> = Object(value)
  const sound = typeof w === 'string' && isCount(n) && typeof at === 'number' && isEvent(value)
  return sound ? { w, n, at, event: value } : undefined
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
const isTime = (value: unknown): value is number => typeof value === 'number'
const isTruth = (value: unknown): value is boolean => typeof value === 'boolean'
const isText = (value: unknown): value is string => typeof value === 'string'
const isMaybe =
  <T>(is: (value: unknown) => value is T) =>
  (value: unknown): value is T | undefined =>
    value === undefined || is(value)
const isReason = (value: unknown): value is Reason => isText(Object(value).text)

/** What each event has to hold. Calls are only ever copied, so they are not looked into. */
const shapes: { readonly [Name in (Event | Opened)['is']]: Readonly<Record<string, (value: unknown) => boolean>> } = {
  opened: { version: (value) => value === 1, dryRun: isTruth, service: isText, lease: isTime, input: isInput },
  claimed: { rows: (value) => Array.isArray(value) && value.every(isCount) },
  alive: {},
  left: {},
  throttled: { until: isTime },
  again: { round: isCount },
  sending: { row: isCount, requestId: isGuid, correlationId: isText },
  created: { row: isCount, upgradeId: isGuid, adopted: isTruth, due: isTime, calls: Array.isArray },
  postponed: {
    row: isCount,
    due: isTime,
    tries: isCount,
    delay: isMaybe(isTime),
    anew: isMaybe(isTruth),
    reason: isMaybe(isReason),
    calls: Array.isArray,
  },
  ended: {
    row: isCount,
    outcome: (value) => outcomes.some((outcome) => outcome === value),
    again: isTruth,
    reason: isMaybe(isReason),
    calls: Array.isArray,
  },
}

function isInput(value: unknown): boolean {
  const { name, sha256, rows } = Object(value)
  return isText(name) && isText(sha256) && isCount(rows)
}

const checks = new Map(Object.entries(shapes).map(([is, shape]) => [is, Object.entries(shape)]))

function isEvent(event: unknown): event is Event | Opened {
  const { is }: { readonly is?: unknown } = Object(event)
  const shape = typeof is === 'string' ? checks.get(is) : undefined
  return shape?.every(([name, fits]) => fits(Reflect.get(Object(event), name))) ?? false
}

/** Whether an event is about a row or the run, rather than about the journal. */
export function isEntry(event: Event | Opened): event is Entry {
  return !['opened', 'claimed', 'alive', 'left'].includes(event.is)
}
