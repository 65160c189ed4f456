import type { ProductUpgradesClient, ProductUpgradesClientOptions } from '../../src/index.ts'
import type { SkippingClock } from '../clock.ts'
import type { FakeService } from '../fake-service.ts'
import type { RawHandler, RawRequest, RawServer } from '../raw-server.ts'

/** The environment of a case. */
export interface Stage {
  readonly service: FakeService
  readonly server: RawServer
  /** A server on another origin, which must not receive any request. */
  readonly elsewhere: RawServer
  /** A base URL on which no server listens. */
  readonly nobody: string
  readonly clock: SkippingClock
  /** Ends the timeouts of the call and of its attempt. */
  readonly timeIsUp: () => void
  readonly controller: AbortController
}

/** One failure, and its expected outcome. */
export interface FaultCase {
  readonly name: string
  /** How the service handles the first requests, in order; after these it is healthy. */
  readonly steps?: (stage: Stage) => readonly RawHandler[]
  readonly options?: (stage: Stage) => Partial<ProductUpgradesClientOptions>
  /** @default eligibility is checked */
  readonly run?: (upgrades: ProductUpgradesClient, stage: Stage) => Promise<unknown>
  /** How many requests reach the service; absent if the client polls for an upgrade any number of times. */
  readonly attempts?: number
  /** How many of these are creates; absent if it does not matter. */
  readonly creates?: number
  /** `success`, or the error's name and details. */
  readonly outcome: string
  /** How many upgrades there are at the end. @default 0 */
  readonly upgrades?: number
  /** The waits between attempts, in milliseconds; absent if they do not matter. */
  readonly waits?: readonly number[]
  /** Further assertions. */
  readonly also?: (stage: Stage & { readonly requests: readonly RawRequest[]; readonly result: unknown }) => void
}
