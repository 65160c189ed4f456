import {
  createProductUpgradesClient,
  type ProductUpgradesClient,
  type ProductUpgradesClientOptions,
} from '../src/index.ts'
import { createSkippingClock, type SkippingClock } from './clock.ts'
import { completed, request, type Seen, type Step, script, upgradeId } from './service.ts'

export type Answer = (seen: Seen) => Response | Error

/** A client, and the requests it has sent. */
export interface CreateSetUp {
  readonly upgrades: ProductUpgradesClient
  readonly clock: SkippingClock
  readonly fetch: ReturnType<typeof script>['fetch']
  /** The creates that were sent, and when. */
  readonly sent: readonly { readonly requestId: string | null; readonly at: number }[]
  /** All requests that were sent. */
  readonly seen: readonly Seen[]
}

/** A client of a service that answers creates with the given steps in order, eligibility with `look`, and status with `status`. */
export function setUp(
  creates: readonly Step[],
  look: Answer,
  options: Partial<ProductUpgradesClientOptions> = {},
  status: Answer = () => Response.json(completed),
): CreateSetUp {
  const sent: { readonly requestId: string | null; readonly at: number }[] = []
  const clock = createSkippingClock()
  const { fetch, seen } = script(
    ...Array.from(
      { length: 1_000 },
      (): Step => (seen, init) => {
        if (seen.path.endsWith('/status')) return give(status(seen))
        if (seen.path.endsWith('/eligibility')) return give(look(seen))
        const step = creates[sent.length]
        sent.push({ requestId: seen.headers.get('MS-RequestId'), at: clock.now() })
        if (!step) throw new Error(`No create ${sent.length} was expected`)
        return typeof step === 'function' ? step(seen, init) : give(step)
      },
    ),
  )
  const base = { credential: 'token', fetch, clock, random: () => 0.5 }
  return { sent, seen, clock, fetch, upgrades: createProductUpgradesClient({ ...base, ...options }) }
}

function give(answer: Response | Error): Response {
  if (answer instanceof Error) throw answer
  return answer
}

export const eligible = (): Response => Response.json({ ...request, isEligible: true })
export const inPlace = (): Response => Response.json({ ...request, isEligible: false, upgradeId })
export const page = (status: number): Response =>
  new Response('<html>Blocked</html>', { status, headers: { 'Content-Type': 'text/html' } })
export const doubtful = (): Response => new Response(null, { status: 504 })

/** Answers eligibility with the upgrade once this many milliseconds have passed since the first request. */
export function shownAfter(ms: number, now: () => number): Answer {
  let first: number | undefined
  return () => {
    first ??= now()
    return now() - first >= ms ? inPlace() : eligible()
  }
}
