import {
  detailsOf,
  isPartnerCenterError,
  OutcomeUnknownError,
  outcomeOf,
  type ProductUpgradeRequest,
  type ProductUpgradesClient,
  readEligibility,
} from '@partner-upgrades/client'
import type { Created, Ended, Outcome, Postponed, Reason } from '../store/journal-entry.ts'
import type { Work } from '../store/store.ts'
import { type ClassifiedError, classifyError } from './classify-error.ts'
import { failureReason } from './failure-reason.ts'
import { mayRunAgain } from './may-run-again.ts'
import { type RecordedLineItems, recordLineItems } from './record-line-items.ts'

/** The result of a step: an entry without its row and calls. */
export type Verdict = Omit<Created, 'row' | 'calls'> | Omit<Postponed, 'row' | 'calls'> | Omit<Ended, 'row' | 'calls'>

/** The dependencies and settings that all steps share. */
export interface Tools {
  /** The client that calls the service. */
  readonly client: ProductUpgradesClient
  /** Whether to check eligibility only. */
  readonly dryRun: boolean
  /** How long to follow an upgrade, in milliseconds. */
  readonly followFor: number
  /** Milliseconds from the creation of an upgrade to its first poll. */
  readonly firstLook: number
  /** Called with an error; returns whether it is the row's own, so that the attempt counts. */
  notice(error: ClassifiedError): boolean
}

/** The parameters of one step. */
export interface Step {
  /** Aborts the step. */
  readonly signal: AbortSignal
  /** Assigns the calls of a request ID to this step; generates an ID if none is given. Returns the ID. */
  note(requestId?: string): string
}

/** The number of failed attempts in a row after which the row ends. */
const mostTries = 6
/** The wait after the first failed attempt, and the longest wait, in milliseconds. */
const firstWait = 30_000
const longestWait = 600_000
/** No row waits longer than this because of one `Retry-After`, in milliseconds. */
export const longestRetryAfter = 3_600_000
/** Milliseconds before another attempt at a customer for whom another process is creating an upgrade. */
const busyWait = 5_000

/** Takes one step with a row: starts it, settles a create in doubt, or polls its upgrade. */
export function processRow(work: Work, tools: Tools, step: Step): Promise<Verdict> {
  if (work.stage === 'created') return follow(work, tools, step)
  return work.stage === 'sent' ? settle(work, tools, step) : start(work, tools, step)
}

async function start(work: Work, tools: Tools, step: Step): Promise<Verdict> {
  const { client, dryRun, firstLook } = tools
  let earlier: string | null = null
  try {
    const options = { signal: step.signal, requestId: step.note() }
    const answer = await client.checkEligibility(requestOf(work), options)
    const { isEligible, upgradeId, reason } = readEligibility(answer)
    if (isEligible) {
      if (dryRun) return ended('eligible')
      earlier = upgradeId ?? null
    } else {
      if (upgradeId && !dryRun) return created(upgradeId, true, 0)
      return ended(upgradeId ? 'upgraded' : 'ineligible', { text: reason ?? 'The service does not say why.' })
    }
  } catch (error) {
    const classified = classifyError(error)
    const { kind, reason } = classified
    if (kind === 'refused') return ended(dryRun && saysUpgraded(reason) ? 'upgraded' : 'rejected', reason)
    // An invalid response does not tell whether an upgrade exists.
    return later(classified, work, tools, classified.error.name === 'ContractViolationError' ? 'unknown' : 'rejected')
  }
  try {
    const { signal } = step
    const options = { signal, requestId: step.note(), lookOnce: true, earlier }
    const upgrade = await client.create(requestOf(work), options)
    // Another process of this machine may have created it in the meantime.
    const sent = detailsOf(upgrade)?.attempts.some(({ operation }) => operation === 'createProductUpgrade') ?? false
    return created(upgrade.upgradeId, !sent, firstLook)
  } catch (error) {
    const classified = classifyError(error)
    if (classified.kind === 'refused') return refused(classified)
    return later(classified, work, tools, error instanceof OutcomeUnknownError ? 'unknown' : 'rejected')
  }
}

/** Determines the outcome of a create in doubt; the client sends it again only if it had no effect. */
async function settle(work: Work, tools: Tools, step: Step): Promise<Verdict> {
  const { client, firstLook } = tools
  const { requestId, accepted = false } = work
  try {
    const options = { signal: step.signal, requestId: step.note(requestId), accepted, lookOnce: true }
    const { upgradeId } = await client.ensure(requestOf(work), options)
    return created(upgradeId, false, firstLook)
  } catch (error) {
    return later(classifyError(error), work, tools, 'unknown')
  }
}

async function follow(work: Work, tools: Tools, { signal, note }: Step): Promise<Verdict> {
  const { client, followFor } = tools
  const { upgradeId = '', delay, age = 0 } = work
  const upgrade = { ...requestOf(work), upgradeId, baseUrl: client.baseUrl }
  try {
    const options = { signal, requestId: note(), ...(delay && { lastDelay: delay }) }
    const { status, nextDelay = 0 } = await client.poll(upgrade, options)
    const outcome = outcomeOf(status)
    const items = recordLineItems(status)
    if (outcome !== 'running') return ended(outcome, outcome === 'completed' ? undefined : failureReason(status), items)
    if (age < followFor) return { is: 'postponed', dueIn: nextDelay, tries: 0, delay: nextDelay }
    return ended('unknown', { text: `Still ${String(status.status)} when the time to follow it ran out.` }, items)
  } catch (error) {
    // A rejected poll does not end the row at once: the upgrade exists, and a new one may take a while to become visible.
    return later(classifyError(error), work, tools, 'unknown')
  }
}

function requestOf({ customerId, productFamily }: Work): ProductUpgradeRequest {
  return { customerId, productFamily }
}

function created(upgradeId: string, adopted: boolean, dueIn: number): Verdict {
  return { is: 'created', upgradeId, adopted, dueIn }
}

/** Whether a fault says that there is an upgrade already, in progress or completed. */
function saysUpgraded({ code }: Reason): boolean {
  return code === '900109' || code === '900110'
}

/** Ends a row. */
export function ended(outcome: Outcome, reason?: Reason, items?: RecordedLineItems): Verdict {
  return { is: 'ended', outcome, again: mayRunAgain(outcome, reason), ...(reason && { reason }), ...items }
}

/** Handles a rejected create: nothing was created, but if the fault names an existing upgrade, that one is followed instead. */
function refused({ upgradeId, reason }: ClassifiedError): Verdict {
  return upgradeId ? created(upgradeId, true, 0) : ended('rejected', reason)
}

/**
 * Postpones the row, or ends it after too many failed attempts.
 *
 * @param end the outcome if the row ends: `rejected` only if it is certain that nothing was created
 */
function later(classified: ClassifiedError, work: Work, tools: Tools, end: 'rejected' | 'unknown'): Verdict {
  const { kind, error, answered } = classified
  const own =
    tools.notice(classified) || kind === 'refused' || (answered && (kind === 'doubtful' || kind === 'retryable'))
  const nextLook = error.name === 'OutcomeUnknownError' ? error.nextLook : undefined
  // Looking for an upgrade does not count as an attempt; sending its create does.
  const sent = error.attempts?.filter(({ operation }) => operation === 'createProductUpgrade').at(-1)
  const counts = own && kind !== 'busy' && kind !== 'held' && (nextLook === undefined || sent !== undefined)
  const tries = work.tries + Number(counts)
  const reason = boundRetryAfter(classified)
  // The service would reject the create again; only time or a person can tell what became of the one before it.
  const refusedAgain =
    kind === 'doubtful' &&
    sent?.effect === 'none' &&
    isPartnerCenterError(error.cause) &&
    classifyError(error.cause).kind === 'refused'
  if (tries >= mostTries || refusedAgain) return ended(end, reason)
  const dueIn = waitAfter(classified, end, work.tries, nextLook)
  // A create that certainly had no effect is followed by a new one, with a new request ID.
  return { is: 'postponed', dueIn, tries, reason, ...(end === 'rejected' && { anew: true }) }
}

function waitAfter(
  { kind, retryAfter = 0 }: ClassifiedError,
  end: 'rejected' | 'unknown',
  tries: number,
  nextLook: number | undefined,
): number {
  if (kind === 'busy') return busyWait
  if (kind === 'held') return 0
  if (nextLook !== undefined) return nextLook
  if (kind === 'aborted' && end === 'rejected') return 0
  return Math.max(Math.min(retryAfter, longestRetryAfter), Math.min(longestWait, firstWait * 2 ** tries))
}

/** Returns the reason; if the service asked for a longer wait than the run grants, says so. */
function boundRetryAfter({ reason, retryAfter = 0 }: ClassifiedError): Reason {
  if (retryAfter <= longestRetryAfter) return reason
  const hours = Math.round(retryAfter / 3_600_000)
  return {
    ...reason,
    text: `${reason.text} (The service asked for a wait of ${hours} hours or more; the next attempt follows after one hour.)`,
  }
}
