import type { Tokens } from '../entra/msal.ts'
import type { Settings } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import { update } from '../store/update.ts'
import { type KeptToken, parseRecord, type TokenRecord, toKept } from './record.ts'
import { redeem } from './redeem.ts'

/** Requirements that a stored token may not meet. */
export interface Demand {
  /** The access token that the service rejected, if any. */
  readonly refused: string | undefined
  /** The claims that the service requires of the next token. */
  readonly claims: string | undefined
}

const tries = 3

/**
 * Gets an access token from the store, or by redeeming the refresh token in it. A process marks the refresh token as busy, by
 * compare-and-set, before it redeems it: the service may revoke a token redeemed twice. The other processes wait for the result.
 *
 * @throws CredentialError if no token can be obtained.
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

/** Returns a usable access token from the store, or else the record whose refresh token is now marked as busy for this process. */
async function acquire(settings: Settings, { refused, claims }: Demand): Promise<KeptToken | TokenRecord> {
  const { key, clock, timeout } = settings
  // A redemption takes up to two requests: one may be needed to discover the endpoints.
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
      // By this machine's clock, no process keeps the token busy for longer than a lease: the other machine's clock may be wrong.
      if (watched?.version !== entry.version) watched = { version: entry.version, until: now + lease }
      if (found || now < Math.min(busyUntil, watched.until)) return undefined
      found = record
      return JSON.stringify({ ...record, busyUntil: now + lease })
    })
    if (found) return found
    await clock.sleep(50 + 50 * Math.random())
  }
}

/** Stores the tokens of a redemption. */
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

/** Whether a refresh token was rejected because another process had redeemed it; the new one is, or soon will be, in the store. */
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
 * Stores a record unless the redeemed refresh token has been replaced in the meantime: the stored one is newer then.
 *
 * @returns whether the record was stored
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
