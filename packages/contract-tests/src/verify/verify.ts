import { contract } from '@partner-upgrades/spec/contract'
import { exchanges } from '@partner-upgrades/spec/exchanges'
import openapi from '@partner-upgrades/spec/openapi.json' with { type: 'json' }
import { cellsOf } from '../matrix/cells.ts'
import { caseFigures, coverageFigures, type Report } from '../report/report.ts'
import { UsageError } from '../usage-error.ts'
import type { Case } from './case.ts'
import { casesOf, exampleOf } from './cases.ts'
import { checkProvider } from './check-provider.ts'
import { type Clock, createSend, realClock } from './exchange.ts'
import { createRunner, type Outcome } from './run-case.ts'
import { slotResults } from './slot-results.ts'

/** The options of `verify`. */
export interface VerifyOptions {
  /** The base URL of the provider, without `/v1`. */
  readonly baseUrl: string
  /** An App+User token that the provider accepts. */
  readonly token: string
  /** A customer of the token's partner. */
  readonly customerId: string
  /**
   * An upgrade of that customer.
   * @default the one that the eligibility response names, or that is created
   */
  readonly upgradeId?: string | undefined
  /**
   * Whether to send only valid requests that change nothing.
   * @default false
   */
  readonly safe?: boolean | undefined
  /**
   * Whether to send requests that may create an upgrade.
   * @default false
   */
  readonly allowWrites?: boolean | undefined
  /**
   * The maximum number of requests per second.
   * @default 5
   */
  readonly maxRps?: number | undefined
  /**
   * The time limit for a response, in milliseconds.
   * @default 30000
   */
  readonly timeout?: number | undefined
  /**
   * Measures time, and waits between requests.
   * @default the machine's
   */
  readonly clock?: Clock | undefined
  /**
   * Sends the requests.
   * @default globalThis.fetch
   */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/** POST operations that only read. Any other operation that is not GET or HEAD may write. */
const reading = ['checkProductUpgradeEligibility', 'getProductUpgradeStatus']

/**
 * Sends a provider requests that the contract allows and forbids, and compares the responses with the contract. What a provider
 * cannot be made to do is not exercised, and never counts as passed.
 *
 * @throws UsageError if the provider cannot be reached, rejects the token, is not a JSON API, or if nothing could be checked. If the
 * provider is lost later, the run ends and the report says where.
 */
export async function verify(options: VerifyOptions): Promise<Report> {
  const { token, customerId, safe = false, allowWrites = false, maxRps = 5, timeout = 30_000 } = options
  const { clock = realClock, fetch = (input, init) => globalThis.fetch(input, init) } = options
  // Checked here, because the error of `fetch` would print the token.
  if (!/^[!-~]+$/.test(token.trim()))
    throw new UsageError('The token cannot be sent: it contains a space, a line break or the like.')
  const baseUrl = options.baseUrl.replace(/(?<!\/)\/+$/, '')
  const send = createSend({ baseUrl, maxRps, clock, fetch, timeout })
  const cases = casesOf({ contract, document: openapi, exchanges, token, customerId })
  const [first] = cases.filter(({ operation }) => operation === reading[0])
  const provider = await checkProvider(send, first, safe)
  const run = createRunner({
    contract,
    send,
    baseUrl,
    upgradeId: options.upgradeId ?? provider.upgradeId,
    stillThere: () => checkProvider(send, first, true),
  })

  function whyNot({ operation, plain, expected }: Case): string | undefined {
    const method = contract.operations[operation]?.method ?? ''
    const writes = !reading.includes(operation) && !['GET', 'HEAD'].includes(method)
    if (safe && (!plain || writes)) return 'not with --safe'
    if (writes && !allowWrites) return 'could create an upgrade: not without --allow-writes'
    return expected.kind === 'example' && !provider.prefers
      ? 'the provider does not choose answers by Prefer'
      : undefined
  }

  const outcomes: Outcome[] = []
  // Requests that create an upgrade come before those that ask for it.
  const inOrder = [...cases].sort((a, b) => rank(a) - rank(b))
  let lost: string | undefined
  for (const each of inOrder) {
    const outcome = await run(each, lost ?? whyNot(each)).catch((error: unknown): Outcome => {
      if (!(error instanceof UsageError)) throw error
      lost = `The provider was lost at "${each.name}": ${error.message}`
      const { name, group } = each
      return { case: each, result: { name, group, outcome: 'failed', reasons: [lost], milliseconds: 0 } }
    })
    outcomes.push(outcome)
  }
  const results = outcomes.map(({ result }) => result)
  if (results.every(({ outcome }) => outcome === 'notExercised')) {
    throw new UsageError(`Nothing could be checked: ${results[0]?.reasons[0] ?? 'there are no cases'}.`)
  }
  const slots = slotResults(cellsOf(contract, exchanges), outcomes, (cell) => exampleOf(contract, cell))
  return {
    title: 'Contract verification',
    provider: baseUrl,
    at: new Date().toISOString(),
    contract: { title: contract.title, version: contract.version, hash: contract.hash },
    figures: [...caseFigures(results), ...coverageFigures(slots), ...echoFigure(outcomes)],
    slots,
    cases: results,
    failures:
      lost === undefined ? [] : [`${lost[0]?.toUpperCase()}${lost.slice(1)}. The cases after it were not sent.`],
  }
}

/** Counts the responses that repeat the request's ID. Not required, because the documentation prints other IDs than were sent. */
function echoFigure(outcomes: readonly Outcome[]): Report['figures'] {
  const echoed = outcomes.flatMap(({ answer }) => (answer?.echoed === undefined ? [] : [answer.echoed]))
  const value = `${echoed.filter(Boolean).length} of ${echoed.length}`
  return echoed.length === 0 ? [] : [{ label: 'responses that repeat MS-RequestId', value }]
}

function rank({ operation, expected, group }: Case): number {
  if (expected.kind === 'success')
    return reading.includes(operation) && operation !== reading[0] ? 2 : reading[0] === operation ? 0 : 1
  return group === 'strangers' ? 3 : expected.kind === 'refusal' ? 4 : 5
}
