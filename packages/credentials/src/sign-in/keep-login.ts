import type { Tokens } from '../entra/msal.ts'
import type { Network } from '../entra/network.ts'
import type { Settings } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import { update } from '../store/update.ts'
import { type TokenRecord, toKept } from '../token/record.ts'

/** Who signed in. */
export interface Login {
  /** The user's name, if the service tells it. */
  readonly username?: string
}

/**
 * Puts what a sign-in without the application's secret gave into the store.
 *
 * @throws CredentialError if it gave no tokens, or if they cannot be stored.
 */
export async function keepLogin(
  settings: Settings,
  { quote }: Pick<Network, 'quote'>,
  tokens: Tokens | null,
): Promise<Login> {
  const { accessToken, refreshToken } = tokens ?? {}
  if (!tokens || !accessToken || !refreshToken)
    throw noUse(`The token endpoint gave no ${accessToken ? 'refresh' : 'access'} token`, settings)
  const record: TokenRecord = { refreshToken, isPublic: true, access: toKept(tokens, settings.clock.now()) }
  await update(settings, () => JSON.stringify(record))
  const username = quote(tokens.username)
  return username === undefined ? {} : { username }
}

/** The error for an answer that cannot be used. */
export function noUse(message: string, { tenantId }: Settings): CredentialError {
  return new CredentialError('service', message, { tenantId })
}
