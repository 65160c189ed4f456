import type { Clock } from '../time/clock.ts'
import type { Customer } from './customers.ts'
import type { SeedUpgrade } from './seed-upgrade.ts'
import type { ThrottleLimit } from './throttle.ts'
import type { Tokens } from './tokens.ts'
import type { Durations } from './upgrade.ts'

/** What a mock Partner Center is like. Everything may be left out. */
export interface PartnerCenterMockOptions<C extends Clock> {
  /**
   * The partner's customers. A request for another one gets the documented fault 20002.
   * @default every id is an eligible customer
   */
  readonly customers?: readonly Customer[]
  /**
   * Upgrades that are there from the start.
   * @default []
   */
  readonly upgrades?: readonly SeedUpgrade[]
  /** How long upgrades take, by the mock's clock. */
  readonly durations?: Durations
  /**
   * The clock by which upgrades go on and answers are dated.
   * @default a clock that stands still until it is advanced
   */
  readonly clock?: C
  /**
   * Where ids and other random things come from: the same seed gives the same answers.
   * @default 0
   */
  readonly seed?: string | number
  /**
   * Tokens that are accepted, each until it expires or with a fault of its own; or a function that decides.
   * @default every token is accepted
   */
  readonly tokens?: Tokens
  /**
   * How many calls are let through before they are throttled.
   * @default no limit
   */
  readonly throttling?: readonly ThrottleLimit[]
  /**
   * Whether a create repeated with the same `MS-RequestId` and body gives the upgrade of the first. Documented for time-outs;
   * for other failures it is not known.
   * @default true
   */
  readonly deduplicate?: boolean
  /**
   * Whether answers that rest on inference are refused: the mock throws an `UndocumentedAnswer` in their place, which says
   * what is inferred. Which operation answers with a documented fault is read from the fault's text, and not refused.
   * @default false
   */
  readonly documentedOnly?: boolean
  /**
   * Whether answers vary, by the seed, in what the documentation leaves open: the spelling of statuses, echoed ids, null
   * or absent properties, `Content-Type`, codes as numbers.
   * @default false
   */
  readonly unkind?: boolean
  /**
   * Base URLs to answer at, beside those of the contract.
   * @default []
   */
  readonly baseUrls?: readonly string[]
  /**
   * Whether answers repeat the request's `MS-RequestId` and `MS-CorrelationId`. The service does so in captured traffic,
   * while every documented sample shows other ids.
   * @default true
   */
  readonly echoIds?: boolean
  /**
   * What `isMfaCompliant` says to a request that asks with `ValidateMfa: true`. Both are known from a vendor only, and are left
   * out with `documentedOnly`.
   * @default true
   */
  readonly mfaCompliant?: boolean
  /**
   * The partner's own id, as fault 20002 names it.
   * @default drawn from the seed
   */
  readonly partnerId?: string
  /**
   * How many requests `requests` holds; the oldest go first.
   * @default 1000
   */
  readonly journalLimit?: number
}
