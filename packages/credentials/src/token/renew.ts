import type { Tokens } from '../entra/msal.ts'
import type { Settings } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import { update } from '../store/update.ts'
import { type KeptToken, parseRecord, type TokenRecord, toKept } from './record.ts'
import { redeem } from './redeem.ts'

/** What will not do. */
export interface Demand {
  /** The access token that was refused, if one was. */
  readonly refused: string | undefined
  /** What the service demanded of the next one. */
  readonly claims: string | undefined
}

const tries = 3

/**
 * Gets an access token from the store, or for the refresh token in it. Whoever redeems a refresh token first marks it as busy, by
 * compare-and-set: a service that revokes what is redeemed twice then never sees it twice, and the others wait for what comes of it.
 *
 * @throws CredentialError
 */
export async function renew(settings: Settings, demand: Demand): Promise<KeptToken> {
  for (let failures = 1; ; failures++) {
    const record = await acquire(settings, demand)
    if ('token' in record) return record
    const outcome = await redeem(settings, record, demand.claims).catch((error: unknown) => ({ error }))
    if (!('error' in outcome)) return settle(settings, record, outcome)
    const { error } = outcome
    if (await isSuperseded(settings, record, error)) continue
    const isPassing = error instanceof CredentialError && /connection|service/.test(error.reason)
    if (!isPassing || failures === tries) throw error
    await settings.clock.sleep(1_000 * failures)
  }
}

/** An access token from the store that will do; or else the refresh token, marked as busy so that it is ours to redeem. */
async function acquire(settings: Settings, { refused, claims }: Demand): Promise<KeptToken | TokenRecord> {
  const { key, clock, timeout } = settings
  // A redemption may take two requests, one of them to find the endpoints.
  const lease = 2 * timeout + 5_000
  let watched: { readonly version: string; readonly until: number } | undefined
  for (;;) {
    let found: KeptToken | TokenRecord | undefined
    await update(settings, (entry) => {
      if (!entry) throw notSignedIn(settings)
      const record = parseRecord(entry.value, key)
      const now = clock.now()
      const { access, busyUntil = now } = record
      const isGood = claims === undefined && access && access.token !== refused && now < access.renewAt
      found = isGood ? access : undefined
      // By our own clock nobody is busy for longer than we would be, whatever the clock of the other says.
      if (watched?.version !== entry.version) watched = { version: entry.version, until: now + lease }
      if (found || now < Math.min(busyUntil, watched.until)) return undefined
      found = record
      return JSON.stringify({ ...record, busyUntil: now + lease })
    })
    if (found) return found
    await clock.sleep(50 + 50 * Math.random())
  }
}

/** Keeps what came of a refresh token. */
async function settle(
  settings: Settings,
  { access: _, busyUntil: __, ...record }: TokenRecord,
  tokens: Tokens,
): Promise<KeptToken> {
  const access = toKept(tokens, settings.clock.now())
  await replace(settings, record.refreshToken, {
    ...record,
    refreshToken: tokens.refreshToken ?? record.refreshToken,
    access,
  })
  return access
}

/** Whether a refresh token was refused because somebody else had redeemed it; then theirs is, or soon will be, in the store. */
async function isSuperseded(
  settings: Settings,
  { busyUntil: _, ...record }: TokenRecord,
  error: unknown,
): Promise<boolean> {
  const isIdle = await replace(settings, record.refreshToken, record)
  if (!(error instanceof CredentialError) || error.reason !== 'consent') return false
  if (!isIdle) return true
  await settings.clock.sleep(500)
  const entry = await settings.store.get(settings.key)
  return entry !== undefined && parseRecord(entry.value, settings.key).refreshToken !== record.refreshToken
}

/**
 * Stores what came of a refresh token, unless somebody stored another one in its place: that is newer.
 *
 * @returns whether ours was stored
 */
function replace(settings: Settings, redeemed: string, record: TokenRecord): Promise<boolean> {
  return update(settings, (entry) => {
    const isNewest = entry && parseRecord(entry.value, settings.key).refreshToken === redeemed
    return isNewest ? JSON.stringify(record) : undefined
  })
}

function notSignedIn({ key, tenantId }: Settings): CredentialError {
  return new CredentialError(
    'consent',
    `The store holds no refresh token for the partner ${tenantId} (${key}): the partner must sign in and consent first`,
    { tenantId },
  )
}
