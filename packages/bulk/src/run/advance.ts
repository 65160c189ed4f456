import {
  type Attempt,
  outcomeOf,
  type ProductUpgradeRequest,
  type ProductUpgradesClient,
} from '@partner-upgrades/client'
import type { Created, Ended, Outcome, Postponed, Reason } from '../entry.ts'
import type { Work } from '../store.ts'
import { mayRunAgain } from './may-run-again.ts'
import type { Creates } from './recording-fetch.ts'
import { type Trouble, toTrouble } from './trouble.ts'
import { whyNot } from './why-not.ts'

/** What a step with a row amounts to; the row and the calls come on top. */
export type Verdict = Omit<Created, 'row' | 'calls'> | Omit<Postponed, 'row' | 'calls'> | Omit<Ended, 'row' | 'calls'>

/** What steps work with. */
export interface Tools {
  readonly client: ProductUpgradesClient
  readonly creates: Creates
  readonly dryRun: boolean
  /** Milliseconds from finding an upgrade to giving up on its end. */
  readonly followFor: number
  /** Milliseconds from creating an upgrade to the first look at it. */
  readonly firstLook: number
  now(): number
  /** Is told of trouble; says whether it is the row's own, so that it counts as a try. */
  notice(trouble: Trouble): boolean
}

/** What one step works with besides. */
export interface Step {
  readonly signal: AbortSignal
  /** Notes the calls of a request ID, of a new one if there is none, as this step's. */
  note(requestId?: string): string
}

/** So many times in a row a step may come to nothing before the row ends. */
const mostTries = 6
/** The time that a create on its way may take to be seen, in milliseconds; also the first wait after trouble. */
const settling = 30_000
const longestWait = 600_000

/** Takes one step with a row: starts it, settles what was left open, or looks at its upgrade. */
export function advance(work: Work, tools: Tools, step: Step): Promise<Verdict> {
  if (work.stage === 'created') return follow(work, tools, step)
  return work.stage === 'sent' ? settle(work, tools, step) : start(work, tools, step)
}

async function start(work: Work, tools: Tools, step: Step): Promise<Verdict> {
  const { client, dryRun, now, firstLook } = tools
  try {
    const options = { signal: step.signal, requestId: step.note() }
    const { isEligible, upgradeId, reason } = await client.checkEligibility(requestOf(work), options)
    if (isEligible === true) {
      if (dryRun) return ended('eligible')
    } else {
      if (upgradeId && !dryRun) return created(upgradeId, true, now())
      return ended('ineligible', { text: reason ?? 'The service does not say why.' })
    }
  } catch (error) {
    const trouble = toTrouble(error)
    return trouble.kind === 'refused' ? ended('rejected', trouble.reason) : later(trouble, work, tools, 'rejected')
  }
  try {
    const requestId = step.note()
    const { upgradeId } = await creating(tools, requestId, work, step, client.create)
    return created(upgradeId, false, now() + firstLook)
  } catch (error) {
    const trouble = toTrouble(error)
    if (trouble.kind === 'refused') return refused(trouble, now())
    const { name, unsent, attempts } = trouble.error
    const open = name === 'OutcomeUnknownError' || (!unsent && attempts?.some(mayHaveCreated))
    return later(trouble, work, tools, open ? 'unknown' : 'rejected')
  }
}

/** Finds out what became of a create whose answer was never read; it is sent again, with its ID, only if it had no effect. */
async function settle(work: Work, tools: Tools, step: Step): Promise<Verdict> {
  const { client, now, firstLook } = tools
  try {
    const { upgradeId } = await creating(tools, step.note(work.requestId), work, step, client.ensure)
    return created(upgradeId, false, now() + firstLook)
  } catch (error) {
    const trouble = toTrouble(error)
    // Only what a create was answered settles anything: what a look was refused says nothing of the create before.
    const settled = trouble.kind === 'refused' && trouble.error.attempts?.at(-1)?.operation === 'createProductUpgrade'
    return settled ? refused(trouble, now()) : later(trouble, work, tools, 'unknown')
  }
}

async function follow(work: Work, tools: Tools, { signal, note }: Step): Promise<Verdict> {
  const { client, now, followFor } = tools
  const { upgradeId = '', delay, since = now() } = work
  const upgrade = { ...requestOf(work), upgradeId, baseUrl: client.baseUrl }
  try {
    const options = { signal, requestId: note(), ...(delay && { lastDelay: delay }) }
    const { status, nextDelay = 0 } = await client.poll(upgrade, options)
    const outcome = outcomeOf(status)
    if (outcome !== 'running') return ended(outcome, outcome === 'completed' ? undefined : whyNot(status))
    if (now() - since < followFor) return { is: 'postponed', due: now() + nextDelay, tries: 0, delay: nextDelay }
    return ended('unknown', { text: `Still ${status.status} when the time to follow it was over.` })
  } catch (error) {
    // A look that is refused ends nothing at once: the upgrade is there, and a new one may take its time to be seen.
    return later(toTrouble(error), work, tools, 'unknown')
  }
}

/** Creates, or makes sure, under an ID by which the requests on the wire are known to be the row's. */
async function creating(
  { creates }: Tools,
  requestId: string,
  work: Work,
  { signal }: Step,
  create: ProductUpgradesClient['create'],
): ReturnType<ProductUpgradesClient['create']> {
  creates.set(requestId, work.row)
  try {
    return await create(requestOf(work), { signal, requestId })
  } finally {
    creates.delete(requestId)
  }
}

function requestOf({ customerId, productFamily }: Work): ProductUpgradeRequest {
  return { customerId, productFamily }
}

function created(upgradeId: string, adopted: boolean, due: number): Verdict {
  return { is: 'created', upgradeId, adopted, due }
}

function ended(outcome: Outcome, reason?: Reason): Verdict {
  return { is: 'ended', outcome, again: mayRunAgain(outcome, reason), ...(reason && { reason }) }
}

/** A create was refused: there is no new upgrade. The one that stands in the way, if it is named, is followed in its place. */
function refused({ upgradeId, reason }: Trouble, now: number): Verdict {
  return upgradeId ? created(upgradeId, true, now) : ended('rejected', reason)
}

/** Takes the row up again later; or ends it, if it has come to nothing too often. */
function later(trouble: Trouble, work: Work, tools: Tools, end: 'rejected' | 'unknown'): Verdict {
  const { kind, reason, retryAfter = 0 } = trouble
  const own = tools.notice(trouble) || kind === 'refused'
  const tries = work.tries + Number(own)
  if (tries >= mostTries) return ended(end, reason)
  // Rejected means that there is no upgrade: whatever comes next is another create, with another ID.
  const anew = end === 'rejected'
  const wait = kind === 'aborted' && anew ? 0 : Math.max(retryAfter, Math.min(longestWait, settling * 2 ** work.tries))
  return { is: 'postponed', due: tools.now() + wait, tries, reason, ...(anew && { anew }) }
}

/** Whether a request may have created an upgrade, going by its answer. */
function mayHaveCreated({ operation, status = 500 }: Attempt): boolean {
  return operation === 'createProductUpgrade' && (status < 300 || status >= 500 || status === 408)
}
