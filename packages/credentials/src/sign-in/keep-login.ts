import type { Tokens } from '../entra/msal.ts'
import type { Network } from '../entra/network.ts'
import type { Settings } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import { update } from '../store/update.ts'
import { type TokenRecord, toKept } from '../token/record.ts'

/** The result of a sign-in. */
export interface Login {
  /** The name of the user who signed in, if the service returns it. */
  readonly username?: string
}

/**
 * Stores the tokens of a sign-in that used no application secret.
 *
 * @throws CredentialError if there are no tokens, or if they cannot be stored.
 */
export async function keepLogin(
  settings: Settings,
  { quote }: Pick<Network, 'quote'>,
  tokens: Tokens | null,
): Promise<Login> {
  const { accessToken, refreshToken } = tokens ?? {}
  if (!tokens || !accessToken || !refreshToken)
    throw noUse(`The token endpoint sent no ${accessToken ? 'refresh' : 'access'} token`, settings)
  const record: TokenRecord = { refreshToken, isPublic: true, access: toKept(tokens, settings.clock.now()) }
  await update(settings, () => JSON.stringify(record))
  const username = quote(tokens.username)
  return username === undefined ? {} : { username }
}

/** Creates the error for an unusable response. */
export function noUse(message: string, { tenantId }: Settings): CredentialError {
  return new CredentialError('service', message, { tenantId })
}
