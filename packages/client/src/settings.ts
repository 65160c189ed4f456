import { check, checkNamed } from './check.ts'
import { systemClock } from './clock.ts'
import { isToken } from './credential.ts'
import { defined } from './json.ts'
import type { Cloud, ProductUpgradesClientOptions } from './options.ts'

const global = 'https://api.partnercenter.microsoft.com'

const clouds: Readonly<Record<Cloud, string>> = {
  global,
  usGov: global,
  china21Vianet: 'https://partner.partnercenterapi.microsoftonline.cn',
}

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

const defaults: Required<Pick<ProductUpgradesClientOptions, Defaulted>> = {
  clock: systemClock,
  random: Math.random,
  // Looked up late, so that whoever replaces it after this client was made is heard.
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

/** Options with their defaults filled in, and found to be sound. */
export type Settings = typeof defaults &
  Omit<ProductUpgradesClientOptions, Defaulted | 'baseUrl'> & {
    readonly baseUrl: string
    /** What a token is asked for. */
    readonly scope: string
  }

/**
 * Fills in the defaults.
 *
 * @throws TypeError naming the option that is wrong.
 */
export function toSettings(options: ProductUpgradesClientOptions): Settings {
  const given = { ...defaults, ...defined(options) }
  const { credential, cloud, baseUrl = clouds[cloud ?? 'global'] } = given
  check(isToken(credential) || Object(credential) === credential, 'credential', 'a token, or give one')
  check(!cloud || Object.hasOwn(clouds, cloud), 'cloud', Object.keys(clouds).join(' or '))
  checkNamed(given)
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  check(
    url && (url.protocol === 'https:' || loopback.test(url.origin)) && !/[@?#]|\/v1\/*$/i.test(url.href),
    'baseUrl',
    'https (http to loopback only), without user, query, fragment or /v1',
  )
  const base = url.href.replace(/\/+$/, '')
  // A proxy in front of a cloud takes that cloud's tokens.
  return { ...given, baseUrl: base, scope: `${cloud ? clouds[cloud] : base}/user_impersonation` }
}

/** The headers that all requests have in common. */
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
