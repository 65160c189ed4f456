import type { ProductUpgradesClient, ProductUpgradesClientOptions } from '../../src/index.ts'
import type { SkippingClock } from '../clock.ts'
import type { FakeService } from '../fake-service.ts'
import type { RawHandler, RawRequest, RawServer } from '../raw-server.ts'

/** What a case plays with. */
export interface Stage {
  readonly service: FakeService
  readonly server: RawServer
  /** Another origin, for what must not arrive there. */
  readonly elsewhere: RawServer
  /** A base URL where nobody listens. */
  readonly nobody: string
  readonly clock: SkippingClock
  /** Lets the time limits of the call and of its attempt be over. */
  readonly timeIsUp: () => void
  readonly controller: AbortController
}

/** One thing that goes wrong, and what becomes of it. */
export interface FaultCase {
  readonly name: string
  /** What the service does with the first requests, one after the other; after these it is healthy. */
  readonly steps?: (stage: Stage) => readonly RawHandler[]
  readonly options?: (stage: Stage) => Partial<ProductUpgradesClientOptions>
  /** @default eligibility is checked */
  readonly run?: (upgrades: ProductUpgradesClient, stage: Stage) => Promise<unknown>
  /** How many requests reach the service; absent where a create is looked for, as often as it takes. */
  readonly attempts?: number
  /** How many of them are creates, where it matters. */
  readonly creates?: number
  /** `success`, or the error's name and what it tells. */
  readonly outcome: string
  /** How many upgrades there are at the end. @default 0 */
  readonly upgrades?: number
  /** The waits between attempts, in milliseconds, where they matter. */
  readonly waits?: readonly number[]
  /** Whatever else must be true. */
  readonly also?: (stage: Stage & { readonly requests: readonly RawRequest[]; readonly result: unknown }) => void
}
