import type { CustomerTruth, Truth } from '../service/truth.ts'

/** A program's final report about a customer. */
export interface Report {
  readonly customerId: string
  /** An outcome as in a list's results, or `created` if the program follows no upgrades, `open` if it never finished, `missing` without row. */
  readonly outcome: string
  /** The reason. */
  readonly text?: string
  /** The program that reported it: the prefix of the names of its processes. */
  readonly by: string
  /** Whether a new upgrade was requested, so that an earlier one is a valid reason for a refusal. @default false */
  readonly wantsNew?: boolean
}

/** How the promise can be broken. */
export type ViolationKind = 'twice' | 'lost' | 'wronglyRejected' | 'invented' | 'dishonest'

/** A customer for whom the promise is broken. */
export interface Violation {
  readonly kind: ViolationKind
  readonly customerId: string
  /** The behaviour of the service. */
  readonly behaviour: string
  /** The program's report, and what really happened. */
  readonly detail: string
}

const ended = new Set(['created', 'completed', 'partial', 'failed'])

/** Compares the programs' reports with the truth. */
export function judge(truth: Truth, reports: readonly Report[]): readonly Violation[] {
  const twice = [...truth.values()].flatMap((customer) => {
    const count = upgradesOf(customer)
    return count > 1 ? [violation('twice', customer, `${count} upgrades`)] : []
  })
  const wrong = reports.flatMap((report) => {
    const customer = truth.get(report.customerId)
    const kind = customer && violationIn(report, customer)
    const { by, outcome, text } = report
    return kind ? [violation(kind, customer, `${by}: ${outcome}${text ? ` (${text})` : ''}`)] : []
  })
  return [...twice, ...wrong]
}

function violationIn({ outcome, by, wantsNew = false }: Report, customer: CustomerTruth): ViolationKind | undefined {
  const upgraded = upgradesOf(customer) > 0
  if (outcome === 'open' || outcome === 'missing') return 'lost'
  if (outcome === 'rejected' && (wantsNew ? customer.commits.length > 0 : upgraded)) return 'wronglyRejected'
  if (customer.commits.length > 0 && (outcome === 'ineligible' || outcome === 'eligible')) return 'lost'
  if (!upgraded && ended.has(outcome)) return 'invented'
  return outcome === 'unknown' && !isHonest(by, customer) ? 'dishonest' : undefined
}

/** `unknown` is honest if the service gave reason for doubt, and its last response did not name the upgrade. */
function isHonest(by: string, { received }: CustomerTruth): boolean {
  const own = received.filter(({ sender }) => sender.startsWith(by))
  const doubtful = received.some(({ operation, odd }) => operation === 'create' || odd)
  const last = own.filter(({ operation, answer }) => operation !== 'create' && answer && answer !== 'lost').at(-1)
  return doubtful && !last?.named
}

function upgradesOf({ commits, existing }: CustomerTruth): number {
  return commits.length + Number(existing !== undefined)
}

function violation(
  kind: ViolationKind,
  { customerId, behaviour, commits, received }: CustomerTruth,
  said: string,
): Violation {
  const start = received[0]?.at ?? 0
  const story = received.map(({ operation, at, answer = 'nothing', sender, requestId }) => {
    const short = operation === 'create' ? `create ${requestId.slice(0, 4)}` : operation
    return `${at - start} ${short} ${answer} [${sender}]`
  })
  const made = commits.map(({ at }) => at - start).join(', ')
  return {
    kind,
    customerId,
    behaviour: behaviour.name,
    detail: `${said}; created at ${made || 'never'}; ${story.join(', ')}`,
  }
}
