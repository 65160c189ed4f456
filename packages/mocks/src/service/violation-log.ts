import type { Observation } from '../contract/contract-mock.ts'
import { reasonOf } from '../contract/errors.ts'
import type { IncomingMessage } from '../contract/message.ts'
import { describeRejection } from '../contract/rejection.ts'
import { withoutQuery } from '../contract/request-target.ts'
import { checkKeys, type NamesOf } from '../input/check-input.ts'

/** Records contract violations. */
export interface ViolationLog {
  /** Records the exchange if its request was rejected. */
  observe(observation: Observation): void
  /** Records a response that was not sent, or a request for something that does not exist. */
  fail(message: IncomingMessage, error: unknown): void
  /** Records a request below a base URL of the contract, for a path outside it. */
  miss(method: string, url: string): void
  /**
   * Throws if there are violations.
   *
   * @throws ContractAssertionError listing each violation.
   */
  assert(options?: AssertOptions): void
  /** Forgets every violation. */
  clear(): void
}

/** The options of `assertContract`. */
export interface AssertOptions {
  /**
   * Whether requests below a base URL for a path outside the contract count. Set it to false if other msw handlers handle
   * such requests.
   * @default true
   */
  readonly misses?: boolean | undefined
}

const optionNames: NamesOf<AssertOptions> = { misses: true }

/** Requests or responses violated the contract. */
export class ContractAssertionError extends Error {
  override readonly name = 'ContractAssertionError'
  /** The first hundred violations, one sentence each. */
  readonly violations: readonly string[]

  constructor(violations: readonly string[], more = 0) {
    const rest = more > 0 ? `\n… and ${more} more` : ''
    super(`Contract violations:\n${violations.map((violation) => `- ${violation}`).join('\n')}${rest}`)
    this.violations = violations
  }
}

/** Creates a log of the first violations, one hundred by default; the others are only counted. */
export function createViolationLog(limit = 100): ViolationLog {
  let kept: { readonly violation: string; readonly kind: 'misses' | 'others' }[] = []
  let counts = { misses: 0, others: 0 }
  const add = (violation: string, kind: 'misses' | 'others' = 'others') => {
    counts[kind] += 1
    // The limit applies to each kind, so the first hundred are available with or without misses.
    if (counts[kind] <= limit) kept.push({ violation, kind })
  }
  return {
    observe: ({ message, rejection }) => {
      // A path outside the contract is already recorded as a miss.
      if (rejection !== undefined && rejection.reason !== 'path')
        add(`${line(message)} was rejected: ${describeRejection(rejection)}`)
    },
    fail: (message, error) => add(`${line(message)}: ${reasonOf(error)}`),
    miss: (method, url) => add(`${method} ${withoutQuery(url)} is outside the contract`, 'misses'),
    assert: (options = {}) => {
      checkKeys('option of assertContract', options, optionNames)
      const { misses = true } = options
      const wanted = misses ? kept : kept.filter(({ kind }) => kind === 'others')
      const violations = wanted.slice(0, limit).map(({ violation }) => violation)
      const count = counts.others + (misses ? counts.misses : 0)
      if (count > 0) throw new ContractAssertionError(violations, count - violations.length)
    },
    clear: () => {
      kept = []
      counts = { misses: 0, others: 0 }
    },
  }
}

function line({ method, target }: IncomingMessage): string {
  return `${method} ${target}`
}
