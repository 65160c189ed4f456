import type { PartnerCredential } from '@partner-upgrades/credentials'
import { CliError } from '../cli-error.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Host } from '../host.ts'

/**
 * Finds the credentials: a token in the environment, or else the partner's refresh token in the store.
 *
 * @throws CliError or CredentialError if there are none, or none that can be used.
 */
export async function readCredential(env: Host['env']): Promise<string | PartnerCredential> {
  const { PARTNER_CENTER_TOKEN: token, PARTNER_CENTER_TENANT_ID: tenantId, PARTNER_CENTER_CLIENT_ID: clientId } = env
  if (token) {
    // RFC 6750, section 2.1. Anything else may end up in the error of whoever makes a header of it.
    if (/^[\w.~+/-]+=*$/.test(token)) return token
    throw new CliError(exitCodes.credentials, 'PARTNER_CENTER_TOKEN holds a character that no token has.', [
      'Set it to an access token as it is: no quotes, no line break, no "Bearer" before it.',
    ])
  }
  if (!tenantId && !clientId) {
    throw new CliError(exitCodes.credentials, 'There are no credentials.', [
      'Set PARTNER_CENTER_TOKEN to an App+User access token for Partner Center,',
      'or sign in once: partner-upgrades login --help',
    ])
  }
  const [{ createPartnerCredential }, { readPartner }] = await Promise.all([
    import('@partner-upgrades/credentials'),
    import('./partner.ts'),
  ])
  return createPartnerCredential(readPartner(env))
}
