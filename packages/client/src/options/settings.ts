import { cloudBaseUrls, scopeOf } from '@partner-upgrades/spec/clouds'
import { createIdempotencyMemory } from '../idempotency/memory-store.ts'
import type { IdempotencyStore } from '../idempotency/store.ts'
import { type MonotonicClock, systemClock, toMonotonic } from '../time/clock.ts'
import { defined } from '../values/json.ts'
import type { ProductUpgradesClientOptions } from './client-options.ts'
import { assertInput, validateOptions } from './validate-input.ts'

const loopback = /^http:\/\/(localhost|127(\.\d+){3}|\[::1])(:\d+)?$/

type Defaulted =
  | 'clock'
  | 'random'
  | 'fetch'
  | 'timeout'
  | 'totalTimeout'
  | 'retries'
  | 'maxRetryAfter'
  | 'maxInFlight'
  | 'pollsPerMinute'
  | 'minPollDelay'
  | 'maxPollDelay'

const defaults: { readonly [Name in Defaulted]: NonNullable<ProductUpgradesClientOptions[Name]> } = {
  clock: systemClock,
  random: Math.random,
  // Looked up late, so that a later replacement of the global takes effect.
  fetch: (url, init) => globalThis.fetch(url, init),
  timeout: 60_000,
  totalTimeout: 300_000,
  retries: 3,
  maxRetryAfter: 120_000,
  maxInFlight: 8,
  pollsPerMinute: 120,
  minPollDelay: 5_000,
  maxPollDelay: 60_000,
}

/** Validated options with defaults filled in. */
export type Settings = Omit<typeof defaults, 'clock'> &
  Omit<ProductUpgradesClientOptions, Defaulted | 'baseUrl'> & {
    readonly baseUrl: string
    readonly clock: MonotonicClock
    readonly settleFor: number
    readonly idempotency: IdempotencyStore
    /** The scope to request tokens for. */
    readonly scope: string
  }

/**
 * Validates options and fills in their defaults.
 *
 * @throws TypeError naming the option that is wrong.
 */
export function toSettings(options: ProductUpgradesClientOptions): Settings {
  const given = { ...defaults, ...defined(options) }
  const { cloud, baseUrl = cloudBaseUrls[cloud ?? 'global'] } = given
  assertInput(!cloud || Object.hasOwn(cloudBaseUrls, cloud), 'cloud', Object.keys(cloudBaseUrls).join(' or '))
  validateOptions(given)
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  assertInput(
    url && (url.protocol === 'https:' || loopback.test(url.origin)) && !/[@?#]|\/v1\/*$/i.test(url.href),
    'baseUrl',
    'https, or http to loopback, with no user, query, fragment or /v1',
  )
  const base = url.href.replace(/(?<!\/)\/+$/, '')
  const clock = toMonotonic(given.clock)
  const settleFor = given.settleFor ?? Math.max(120_000, given.timeout + 60_000)
  const idempotency = given.idempotency ?? createIdempotencyMemory(clock, settleFor)
  return {
    ...given,
    clock,
    settleFor,
    idempotency,
    baseUrl: base,
    // A proxy in front of a cloud accepts that cloud's tokens.
    scope: scopeOf(cloud ? cloudBaseUrls[cloud] : base),
  }
}

/** The headers common to all requests. */
export function toHeaders({ application, locale, validateMfa, headers }: Settings): Record<string, string | undefined> {
  return {
    Accept: 'application/json',
    'MS-Contract-Version': 'v1',
    'X-Locale': locale,
    'MS-PartnerCenter-Application': application,
    ValidateMfa: validateMfa ? 'true' : undefined,
    ...headers,
  }
}
