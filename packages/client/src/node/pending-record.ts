import { isGuid } from '@partner-upgrades/spec'
import type { PendingCreate } from '../idempotency/store.ts'
import { defined, parseObject } from '../values/json.ts'
import { currentProcess, machineTime } from './process-identity.ts'

/** The content of a create's file. */
interface PendingRecord extends PendingCreate {
  /** What the process that saved it was doing, for people who read the file. */
  readonly purpose: string
  /** When it was saved, as an ISO 8601 time in UTC. */
  readonly savedAt: string
  /** When it was saved by the machine's uptime, in milliseconds, which cannot be set like a clock; and the ID of that boot. */
  readonly machine: { readonly time: number; readonly boot?: string }
}

/** Formats a record as JSON. */
export function formatRecord(pending: PendingCreate, purpose: string): string {
  const { boot } = currentProcess()
  const record: PendingRecord = {
    ...pending,
    purpose,
    savedAt: new Date().toISOString(),
    machine: { time: machineTime(), ...(boot && { boot }) },
  }
  return `${JSON.stringify(record, undefined, 2)}\n`
}

/**
 * Parses a record.
 *
 * @param keep how long a finished create is kept, in milliseconds
 * @returns `undefined` if there is no record, or its create finished longer ago than that.
 * @throws Error if the text is not a record: it may be the damaged record of a create that was sent.
 */
export function parseRecord(text: string | undefined, path: string, keep: number): PendingCreate | undefined {
  if (text === undefined) return undefined
  const record = parseObject(text)
  if (!isRecord(record)) {
    throw new Error(
      `${path} is damaged. It may hold the request ID of a create whose outcome is not known: check whether the customer has an upgrade, then remove the file`,
    )
  }
  const { requestId, attempt, accepted, earlier, upgradeId } = record
  if (upgradeId && ageOf(record) > keep) return undefined
  return defined({ requestId, attempt, accepted, earlier, upgradeId })
}

/** Milliseconds since a record was saved. */
function ageOf({ machine, savedAt }: PendingRecord): number {
  const sameBoot = machine.boot === currentProcess().boot && machine.time <= machineTime()
  return sameBoot ? machineTime() - machine.time : Date.now() - Date.parse(savedAt)
}

function isRecord(value: unknown): value is PendingRecord {
  const {
    requestId,
    attempt,
    accepted,
    earlier,
    upgradeId,
    savedAt,
    machine,
  }: Partial<Record<keyof PendingRecord, unknown>> = Object(value)
  return (
    isGuid(requestId) &&
    (attempt === undefined || typeof attempt === 'string') &&
    (accepted === undefined || typeof accepted === 'boolean') &&
    (earlier === undefined || earlier === null || isGuid(earlier)) &&
    (upgradeId === undefined || isGuid(upgradeId)) &&
    typeof savedAt === 'string' &&
    typeof Object(machine).time === 'number'
  )
}
