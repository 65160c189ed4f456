import { CredentialError } from './errors.ts'
import { type KeptToken, parseRecord, type TokenRecord, toKept } from './record.ts'
import { redeem } from './redeem.ts'
import type { Settings } from './settings.ts'
import type { StoredValue } from './store.ts'

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
export async function renew(settings: Settings, { refused, claims }: Demand): Promise<KeptToken> {
  const { store, key, clock, timeout } = settings
  // A redemption may take two requests, one of them to find the endpoints.
  const lease = 2 * timeout + 5_000
  let failures = 0
  let watched: { version: string; until: number } | undefined
  for (;;) {
    const entry = await read(settings)
    const record = parseRecord(entry.value, key)
    const now = clock.now()
    if (claims === undefined && record.access && record.access.token !== refused && now < record.access.renewAt)
      return record.access
    if (record.busyUntil !== undefined) {
      // By our own clock no lease is longer than ours, whatever the clock of its owner says.
      if (watched?.version !== entry.version) watched = { version: entry.version, until: now + lease }
      if (now < Math.min(record.busyUntil, watched.until)) {
        await clock.sleep(50 + 50 * Math.random())
        continue
      }
    }
    const { refreshToken } = record
    const marked = { ...record, busyUntil: now + lease }
    if (!(await store.compareAndSet(key, entry.version, JSON.stringify(marked)))) continue
    try {
      const tokens = await redeem(settings, refreshToken, claims)
      const access = toKept(tokens, clock.now())
      await settle(settings, refreshToken, { refreshToken: tokens.refreshToken ?? refreshToken, access })
      return access
    } catch (error) {
      const isNewest = await settle(settings, refreshToken, { refreshToken })
      // Refused because somebody else redeemed it in between: theirs is in the store.
      if (!isNewest && error instanceof CredentialError && error.reason === 'consent') continue
      const isPassing = error instanceof CredentialError && /connection|service/.test(error.reason)
      if (!isPassing || ++failures === tries) throw error
      await clock.sleep(1_000 * failures)
    }
  }
}

/**
 * Stores what came of a refresh token, unless somebody stored another one in its place: that is newer.
 *
 * @returns whether ours was stored
 */
async function settle({ store, key }: Settings, redeemed: string, outcome: TokenRecord): Promise<boolean> {
  for (;;) {
    const entry = await store.get(key)
    if (!entry || parseRecord(entry.value, key).refreshToken !== redeemed) return false
    if (await store.compareAndSet(key, entry.version, JSON.stringify(outcome))) return true
  }
}

async function read({ store, key, tenantId }: Settings): Promise<StoredValue> {
  const entry = await store.get(key)
  if (entry) return entry
  throw new CredentialError(
    'consent',
    `The store holds no refresh token for the partner ${tenantId} (${key}): the partner must sign in and consent first`,
    { tenantId },
  )
}
