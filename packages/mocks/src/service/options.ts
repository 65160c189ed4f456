import type { Clock } from '../time/clock.ts'
import type { Customer } from './customers.ts'
import type { SeedUpgrade } from './seed-upgrade.ts'
import type { ThrottleLimit } from './throttle.ts'
import type { Tokens } from './tokens.ts'
import type { Durations } from './upgrade.ts'

/** The options of a mock Partner Center. */
export interface PartnerCenterMockOptions<C extends Clock> {
  /**
   * The partner's customers, or how many to make up by the seed: most can be upgraded, some have been, some cannot be. A request for any
   * other customer gets the documented fault 20002.
   * @default every ID is an eligible customer, and the two documented customers are listed
   */
  readonly customers?: number | readonly Customer[] | undefined
  /**
   * Upgrades that exist from the start.
   * @default []
   */
  readonly upgrades?: readonly SeedUpgrade[] | undefined
  /** How long upgrades take, by the mock's clock. @default see {@link Durations} */
  readonly durations?: Durations | undefined
  /**
   * The clock by which upgrades progress and responses are dated.
   * @default a clock that stands still until it is advanced
   */
  readonly clock?: C | undefined
  /**
   * The seed of IDs and other random values: the same seed gives the same responses.
   * @default 0
   */
  readonly seed?: string | number | undefined
  /**
   * The tokens that are accepted, each with an optional expiry or fault; or a function that decides.
   * @default every token is accepted
   */
  readonly tokens?: Tokens | undefined
  /**
   * Limits beyond which calls are throttled.
   * @default no limit
   */
  readonly throttling?: readonly ThrottleLimit[] | undefined
  /**
   * Whether a create repeated with the same `MS-RequestId` and body returns the first one's upgrade. Documented for time-outs;
   * for other failures it is not known.
   * @default true
   */
  readonly deduplicate?: boolean | undefined
  /**
   * Whether to throw an `UndocumentedAnswer` instead of sending a response that rests on inference. The error says
   * what is inferred. A documented fault counts as documented for every operation that its text applies to.
   * @default false
   */
  readonly documentedOnly?: boolean | undefined
  /**
   * Whether responses vary, by the seed, in what the documentation leaves open: the spelling of statuses, echoed IDs, null
   * or absent properties, `Content-Type`, codes as numbers.
   * @default false
   */
  readonly varyResponses?: boolean | undefined
  /**
   * Base URLs to serve, besides those of the contract.
   * @default []
   */
  readonly baseUrls?: readonly string[] | undefined
  /**
   * Whether responses repeat the request's `MS-RequestId` and `MS-CorrelationId`. The service does so in captured traffic,
   * while every documented sample shows other IDs.
   * @default true
   */
  readonly echoIds?: boolean | undefined
  /**
   * The value of `isMfaCompliant` in responses to requests with `ValidateMfa: true`. Both are known from a vendor only, and left
   * out with `documentedOnly`.
   * @default true
   */
  readonly mfaCompliant?: boolean | undefined
  /**
   * The partner's own ID, as in the text of fault 20002.
   * @default drawn from the seed
   */
  readonly partnerId?: string | undefined
  /**
   * How many requests `requests` keeps; the oldest are dropped first.
   * @default 1000
   */
  readonly journalLimit?: number | undefined
}
