import { isDeepStrictEqual } from 'node:util'
import { isAzurePlan } from '@partner-upgrades/client/customers'
import { type Contract, findGuids } from '@partner-upgrades/spec'
import type { JsonObject } from '@partner-upgrades/spec-diff/document'
import type { CaseResult } from '../report/report.ts'
import { UnreachableError } from '../usage-error.ts'
import type { Case, Expectation } from './case.ts'
import { toCurl } from './curl.ts'
import type { ReceivedAnswer, Send } from './exchange.ts'
import { judge, type Verdict } from './judge.ts'
import { limitBody, limitReasons } from './limit-report.ts'
import { createUpgradeLog, isEchoed, relationProblems } from './relations.ts'
import { surfaceProblems } from './surface.ts'

/** The outcome of a case, with its response. */
export interface Outcome {
  /** The case that was run. */
  readonly case: Case
  /** Its result in the report. */
  readonly result: CaseResult
  /** The response, if there was one. */
  readonly answer?: {
    readonly status: number
    readonly code: string | undefined
    readonly body: JsonObject | undefined
    /** Whether it repeats the request's `MS-RequestId`; undefined if none was sent, or for an example. */
    readonly echoed: boolean | undefined
  }
}

/** Runs a case, or reports why it is not run. */
export type RunCase = (each: Case, whyNot: string | undefined) => Promise<Outcome>

/** The options of `createRunner`. */
export interface RunnerParts {
  /** The compiled contract. */
  readonly contract: Contract
  /** Sends a request. */
  readonly send: Send
  /** The base URL for the `curl` commands of the report. */
  readonly baseUrl: string
  /** An upgrade of the customer, if one is known. */
  readonly upgradeId: string | undefined
  /**
   * Checks that the provider still answers.
   * @throws UnreachableError if it does not.
   */
  readonly stillThere: () => Promise<unknown>
}

/** Creates a runner for cases, which remembers the upgrade that a case creates and the plan that a case finds. */
export function createRunner({ contract, send, baseUrl, stillThere, ...known }: RunnerParts): RunCase {
  let { upgradeId } = known
  let planId: string | undefined
  const secondUpgrade = createUpgradeLog()
  return async (each, whyNot) => {
    const { name, group, operation, expected } = each
    const skipped = (reason: string): Outcome => {
      return { case: each, result: { name, group, outcome: 'notExercised', reasons: [reason], milliseconds: 0 } }
    }
    const request = whyNot ?? each.request({ upgradeId, planId })
    if (typeof request === 'string') return skipped(request)
    const definition = contract.operations[operation]
    if (definition === undefined) return skipped('the contract has no such operation')
    const curl = toCurl(baseUrl, request)
    const answer = await send(request).catch(async (error: unknown) => {
      if (!(error instanceof UnreachableError)) throw error
      // A request without a response fails its case only; a provider that no longer answers ends the run.
      await stillThere()
      return error
    })
    if (answer instanceof Error) {
      const reasons = [answer.reason]
      return { case: each, result: { name, group, outcome: 'failed', reasons, curl, milliseconds: 0 } }
    }
    const verdict = judge(contract, definition, answer)
    const problems =
      verdict.problems.length > 0 ? verdict.problems : await surfaceProblems(definition, answer, verdict.code)
    const exchanged = { operation, request, answer, body: verdict.body }
    const isOwn = expected.kind === 'success' && answer.status >= 200 && answer.status < 300
    const relations = isOwn ? [...relationProblems(exchanged), ...secondUpgrade(exchanged)] : []
    const decision = decide(expected, answer, verdict, [...problems, ...relations])
    if (answer.status === 202 && expected.kind === 'success') {
      upgradeId = findGuids(answer.headers.get('Location') ?? '')[0] ?? upgradeId
    }
    const { status, milliseconds } = answer
    const { code, body } = verdict
    if (expected.kind === 'success') planId ??= planIn(body)
    const reasons = limitReasons(decision.reasons)
    return {
      case: each,
      result: { name, group, ...decision, reasons, curl, milliseconds },
      answer: { status, code, body: limitBody(body), echoed: isOwn ? isEchoed('MS-RequestId', exchanged) : undefined },
    }
  }
}

/** The Azure plan in a list of subscriptions. */
function planIn(body: unknown): string | undefined {
  const items: unknown = Object(body).items
  const plan = Array.isArray(items) ? items.find((item) => isAzurePlan(Object(item))) : undefined
  return typeof plan?.id === 'string' ? plan.id : undefined
}

type Decision = Pick<CaseResult, 'outcome' | 'reasons'>

function decide(
  expected: Expectation,
  { status, text }: ReceivedAnswer,
  { code, body }: Verdict,
  problems: readonly string[],
): Decision {
  const told = `${status}${code === undefined ? '' : ` with code ${code}`}`
  const unexpected = (what: string): Decision => ({
    outcome: 'failed',
    reasons: [`${what}, got ${told}`, ...problems],
  })
  const ended: Decision =
    problems.length > 0 ? { outcome: 'failed', reasons: problems } : { outcome: 'passed', reasons: [] }
  // A throttled request, or one that only reached a gateway, says nothing about the provider.
  if (expected.kind !== 'example' && (status === 429 || (status > 501 && status < 505)) && problems.length === 0) {
    return { outcome: 'notExercised', reasons: [`answered ${told}`] }
  }
  switch (expected.kind) {
    case 'success':
      if (status >= 200 && status < 300) return ended
      if (problems.length === 0 && isOfState(status, code))
        return { outcome: 'notExercised', reasons: [`answered ${told}`] }
      return unexpected('expected a success for a valid request')
    case 'refusal':
      if (expected.unless !== undefined && status < 300) return { outcome: 'notExercised', reasons: [expected.unless] }
      if (!expected.statuses.includes(status)) return unexpected(`expected status ${expected.statuses.join(' or ')}`)
      if (expected.codes !== undefined && !expected.codes.includes(code ?? '')) {
        return unexpected(`expected the code ${expected.codes.join(' or ')}`)
      }
      return ended
    case 'example':
      if (status !== expected.status) return unexpected(`asked for ${expected.status} by Prefer`)
      if (problems.length === 0 && !isDeepStrictEqual(body ?? text, expected.value ?? '')) {
        return { outcome: 'failed', reasons: ['the body is not that of the example asked for'] }
      }
      return ended
  }
}

/** Whether the state of customer, partner or service can explain the refusal of a valid request. */
function isOfState(status: number, code: string | undefined): boolean {
  return status === 403 || status === 409 || (code !== undefined && /^9\d{5}$/.test(code))
}
