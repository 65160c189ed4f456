import type { Observation } from '../contract/contract-mock.ts'
import type { IncomingMessage } from '../contract/message.ts'
import { describeRejection } from '../contract/rejection.ts'

/** What went against the contract, in words. */
export interface Breaches {
  /** A request that was turned away. */
  observe(observation: Observation): void
  /** An answer that was not sent, or a request for something that does not exist. */
  fail(message: IncomingMessage, error: unknown): void
  /** A request to a base URL of the contract, for a path that it does not have. */
  miss(method: string, url: string): void
  /**
   * Throws if there is any.
   *
   * @throws ContractBreached naming each.
   */
  assert(options?: AssertOptions): void
  clear(): void
}

/** What counts as a breach of the contract. */
export interface AssertOptions {
  /**
   * Whether a request below a base URL for a path that the contract does not have counts. Where other handlers of msw answer
   * such paths, it does not.
   * @default true
   */
  readonly misses?: boolean
}

/** Requests or answers went against the contract. */
export class ContractBreached extends Error {
  override readonly name = 'ContractBreached'
  readonly breaches: readonly string[]

  constructor(breaches: readonly string[], more = 0) {
    const rest = more > 0 ? `\n… and ${more} more` : ''
    super(`Against the contract:\n${breaches.map((breach) => `- ${breach}`).join('\n')}${rest}`)
    this.breaches = breaches
  }
}

/** A record of the first hundred breaches; the others are counted. */
export function createBreaches(limit = 100): Breaches {
  const all = createList(limit)
  const withoutMisses = createList(limit)
  const add = (breach: string) => {
    all.add(breach)
    withoutMisses.add(breach)
  }
  return {
    observe: ({ message, rejection }) => {
      // A path outside the contract was missed already.
      if (rejection !== undefined && rejection.reason !== 'path')
        add(`${line(message)} was turned away: ${describeRejection(rejection)}`)
    },
    fail: (message, error) => add(`${line(message)}: ${error instanceof Error ? error.message : String(error)}`),
    miss: (method, url) => all.add(`${method} ${url.replace(/[?#].*$/, '')} is not part of the contract`),
    assert: ({ misses = true } = {}) => (misses ? all : withoutMisses).assert(),
    clear: () => {
      all.clear()
      withoutMisses.clear()
    },
  }
}

interface List {
  add(breach: string): void
  assert(): void
  clear(): void
}

function createList(limit: number): List {
  let list: string[] = []
  let count = 0
  return {
    add: (breach) => {
      count += 1
      if (list.length < limit) list.push(breach)
    },
    assert: () => {
      if (count > 0) throw new ContractBreached(list, count - list.length)
    },
    clear: () => {
      list = []
      count = 0
    },
  }
}

function line({ method, target }: IncomingMessage): string {
  return `${method} ${target}`
}
