import type { PartnerCredentialOptions } from '../options/options.ts'
import { check, printable, toSettings } from '../options/settings.ts'
import { createRedactor } from '../shared/redact.ts'
import { update } from '../store/update.ts'
import { type TokenRecord, toKept } from '../token/record.ts'
import { redeem } from '../token/redeem.ts'
import type { Login } from './keep-login.ts'

/** Identifies the partner of an imported refresh token, and the store to put it in. */
export interface ImportOptions extends PartnerCredentialOptions {
  /**
   * Whether the token was issued, and is redeemed, without the application's secret or certificate.
   * @default whether neither `clientSecret` nor `certificate` is given
   */
  readonly isPublic?: boolean | undefined
}

/**
 * Redeems an existing refresh token to verify it, and stores the resulting tokens, replacing any that are there.
 *
 * @throws CredentialError if it is rejected; the store is unchanged then.
 */
export async function importRefreshToken(options: ImportOptions, refreshToken: string): Promise<Login> {
  const { isPublic = options.clientSecret === undefined && options.certificate === undefined, ...rest } = options
  const settings = toSettings(rest)
  check(printable.test(refreshToken), 'refreshToken is empty or contains white space: is there a line break in it?')
  const tokens = await redeem(settings, { refreshToken, isPublic }, undefined)
  const record: TokenRecord = {
    isPublic,
    refreshToken: tokens.refreshToken ?? refreshToken,
    access: toKept(tokens, settings.clock.now()),
  }
  await update(settings, () => JSON.stringify(record))
  const username = createRedactor(refreshToken, tokens.refreshToken, tokens.accessToken).quote(tokens.username)
  return username === undefined ? {} : { username }
}
