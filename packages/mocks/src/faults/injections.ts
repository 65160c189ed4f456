import type { OperationId } from '@partner-upgrades/spec'
import { MockUsageError, unknownName } from '../contract/errors.ts'
import type { Call } from '../contract/examine.ts'
import type { Random } from '../random/random.ts'
import type { Faults } from '../service/faults.ts'
import { isGuid } from '../service/guid.ts'
import { checkKeys, type NamesOf } from '../service/known-names.ts'
import type { InjectedFault } from './injected-fault.ts'

/** Which calls a fault hits. Only calls that the contract allows are counted, and can be hit. */
export interface Aim {
  /** @default every operation */
  readonly operation?: OperationId
  /** @default every customer */
  readonly customerId?: string
  /**
   * Hits from this one of the calls aimed at on, counted from 1, as often as `times` says; a call that another fault hits is passed over.
   * @default 1, unless `every` or `probability` says otherwise
   */
  readonly nth?: number
  /** Hits every call whose number is a multiple of this. */
  readonly every?: number
  /** Hits a call with this probability, from 0 to 1, drawn from the mock's seed. */
  readonly probability?: number
  /**
   * How often it hits at most.
   * @default once; with `every` or `probability` without a limit
   */
  readonly times?: number
}

/** A fault that was put into a mock. */
export interface Injection {
  /** How often it has hit. */
  readonly hits: number
  /** Takes it out again. */
  remove(): void
}

/** The faults in a mock. */
export interface Injections {
  inject(fault: InjectedFault, aim?: Aim): Injection
  /** The fault that hits a call, if one does: the one that was put in first. */
  take(call: Call): InjectedFault | undefined
  clear(): void
}

/** What faults can be aimed at, and what they are made of. */
export interface Targets {
  readonly operations: readonly string[]
  /** Whom the partner has, where that is known. */
  readonly customers: readonly { readonly id: string }[] | undefined
  readonly faults: Faults
}

/** An empty set of faults. */
export function createInjections(targets: Targets, random: Random): Injections {
  const active = new Set<Entry>()
  return {
    inject: (fault, aim = {}) => {
      checkAim(aim, targets)
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
      // Each counts the call, also where another one hits it.
      const [first] = [...active].filter((entry) => isAimedAt(entry.aim, call) && entry.isTurn() && !isSpent(entry))
      if (first !== undefined) first.hits += 1
      return first?.fault
    },
    clear: () => active.clear(),
  }
}

interface Entry {
  readonly fault: InjectedFault
  readonly aim: Aim
  /** Counts a call, and says whether it is one to hit. */
  readonly isTurn: () => boolean
  hits: number
}

function isSpent({ aim: { every, probability, times }, hits }: Entry): boolean {
  return hits >= (times ?? (every === undefined && probability === undefined ? 1 : Number.POSITIVE_INFINITY))
}

const aimNames: NamesOf<Aim> = {
  operation: true,
  customerId: true,
  nth: true,
  every: true,
  probability: true,
  times: true,
}

function checkAim(aim: Aim, { operations, customers }: Targets): void {
  checkKeys('way to aim by', aim, aimNames)
  const { operation, customerId, nth, every, probability, times } = aim
  if (customerId !== undefined) checkCustomer(customerId, customers)
  if (operation !== undefined && !operations.includes(operation)) throw unknownName('operation', operation, operations)
  if ([nth, every, probability].filter((each) => each !== undefined).length > 1) {
    throw new MockUsageError('A fault is aimed with one of nth, every and probability.')
  }
  for (const count of [nth, every, times === Number.POSITIVE_INFINITY ? undefined : times]) {
    if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
      throw new MockUsageError(`Calls are counted from 1: ${count} is none.`)
    }
  }
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw new MockUsageError(`A probability is from 0 to 1, not ${probability}.`)
  }
}

function checkCustomer(id: string, customers: Targets['customers']): void {
  if (!isGuid(id)) throw new MockUsageError(`A customer's id is a GUID, not "${id}".`)
  if (customers?.every((customer) => customer.id.toLowerCase() !== id.toLowerCase())) {
    throw unknownName(
      'customer',
      id,
      customers.map((customer) => customer.id),
    )
  }
}

function createTurns({ nth = 1, every, probability }: Aim, random: Random): () => boolean {
  if (probability !== undefined) return () => random.integer(1_000_000) < probability * 1_000_000
  let calls = 0
  return () => {
    calls += 1
    return every === undefined ? calls >= nth : calls % every === 0
  }
}

function isAimedAt({ operation, customerId }: Aim, call: Call): boolean {
  if (operation !== undefined && operation !== call.operation.id) return false
  if (customerId === undefined) return true
  const actual: unknown = Object(call.body).customerId
  return typeof actual === 'string' && actual.toLowerCase() === customerId.toLowerCase()
}
