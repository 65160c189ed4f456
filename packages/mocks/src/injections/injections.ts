import type { OperationId } from '@partner-upgrades/spec'
import type { FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import { MockUsageError, unknownName } from '../contract/errors.ts'
import type { Call } from '../contract/validate-request.ts'
import { customerOfCall } from '../customers/customer-of-call.ts'
import { checkGuid, checkKeys, type NamesOf } from '../input/check-input.ts'
import type { Random } from '../random/random.ts'
import type { InjectedFault } from './injected-fault.ts'

/** Which calls an injected fault hits. Rejected requests are neither counted nor hit. */
export interface InjectionOptions {
  /** The operation whose calls it may hit. @default every operation */
  readonly operation?: OperationId | undefined
  /** The customer whose calls it may hit, a GUID. @default every customer */
  readonly customerId?: string | undefined
  /**
   * Hits from this matching call on, counted from 1, `times` times; a call that another fault hits is skipped.
   * @default 1, unless `every` or `probability` says otherwise
   */
  readonly nth?: number | undefined
  /** Hits every matching call whose number is a multiple of this. @default `nth` and `times` decide */
  readonly every?: number | undefined
  /** Hits each matching call with this probability, from 0 to 1, drawn from the mock's seed. @default `nth` and `times` decide */
  readonly probability?: number | undefined
  /**
   * The maximum number of hits.
   * @default once; no limit with `every` or `probability`
   */
  readonly times?: number | undefined
}

/** An injected fault. */
export interface Injection {
  /** How often it has hit so far. */
  readonly hits: number
  /** Removes the fault from the mock. */
  remove(): void
}

/** The injected faults of a mock. */
export interface Injections {
  /**
   * Adds a fault, to hit the calls that the options select.
   *
   * @throws MockUsageError if an option is invalid or names something that does not exist.
   */
  inject(fault: InjectedFault, aim?: InjectionOptions): Injection
  /** The fault that hits a call, if any; of several, the one injected first. */
  take(call: Call): InjectedFault | undefined
}

/** The names that injection options can refer to. */
export interface InjectionScope {
  /** The IDs of the contract's operations. */
  readonly operations: readonly string[]
  /** The partner's customers, and whether every other ID is a customer, too. */
  readonly customers: { readonly all: readonly { readonly id: string }[]; readonly isOpen: boolean }
  /** The fault catalogue. */
  readonly faults: FaultCatalogue
}

/** Creates an empty set of injected faults. */
export function createInjections(targets: InjectionScope, random: Random): Injections {
  const active = new Set<Entry>()
  return {
    inject: (fault, aim = {}) => {
      checkInjectionOptions(aim, targets)
      fault.check?.(targets.faults)
      const entry: Entry = { fault, aim, isTurn: createTurns(aim, random), hits: 0 }
      active.add(entry)
      return {
        get hits() {
          return entry.hits
        },
        remove: () => void active.delete(entry),
      }
    },
    take: (call) => {
      // Every entry counts the call, even if another one hits it.
      const [first] = [...active].filter((entry) => isAimedAt(entry.aim, call) && entry.isTurn() && !isSpent(entry))
      if (first !== undefined) first.hits += 1
      return first?.fault
    },
  }
}

interface Entry {
  readonly fault: InjectedFault
  readonly aim: InjectionOptions
  /** Counts a call, and returns whether to hit it. */
  readonly isTurn: () => boolean
  hits: number
}

function isSpent({ aim: { every, probability, times }, hits }: Entry): boolean {
  return hits >= (times ?? (every === undefined && probability === undefined ? 1 : Number.POSITIVE_INFINITY))
}

const injectionOptionNames: NamesOf<InjectionOptions> = {
  operation: true,
  customerId: true,
  nth: true,
  every: true,
  probability: true,
  times: true,
}

function checkInjectionOptions(aim: InjectionOptions, { operations, customers }: InjectionScope): void {
  checkKeys('injection option', aim, injectionOptionNames)
  const { operation, customerId, nth, every, probability, times } = aim
  if (customerId !== undefined) checkCustomer(customerId, customers)
  if (operation !== undefined && !operations.includes(operation)) throw unknownName('operation', operation, operations)
  if ([nth, every, probability].filter((each) => each !== undefined).length > 1) {
    throw new MockUsageError('Use only one of nth, every and probability.')
  }
  for (const count of [nth, every, times === Number.POSITIVE_INFINITY ? undefined : times]) {
    if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
      throw new MockUsageError(`nth, every and times must be positive integers, not ${count}.`)
    }
  }
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw new MockUsageError(`probability must be from 0 to 1, not ${probability}.`)
  }
}

function checkCustomer(id: string, customers: InjectionScope['customers']): void {
  checkGuid("A customer's id", id)
  const ids = customers.all.map((customer) => customer.id)
  if (!customers.isOpen && ids.every((known) => known.toLowerCase() !== id.toLowerCase()))
    throw unknownName('customer', id, ids)
}

function createTurns({ nth = 1, every, probability }: InjectionOptions, random: Random): () => boolean {
  if (probability !== undefined) return () => random.integer(1_000_000) < probability * 1_000_000
  let calls = 0
  return () => {
    calls += 1
    return every === undefined ? calls >= nth : calls % every === 0
  }
}

function isAimedAt({ operation, customerId }: InjectionOptions, call: Call): boolean {
  if (operation !== undefined && operation !== call.operation.id) return false
  if (customerId === undefined) return true
  return customerOfCall(call)?.toLowerCase() === customerId.toLowerCase()
}
