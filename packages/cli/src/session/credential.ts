import type { PartnerCredential } from '@partner-upgrades/credentials'
import { CliError } from '../errors/cli-error.ts'
import { exitCodes } from '../process/exit-codes.ts'
import type { Host } from '../process/host.ts'

/**
 * Reads the credentials: a token in the environment, or else the partner's refresh token in the store.
 *
 * @throws CliError or CredentialError if there are none that can be used.
 */
export async function readCredential(env: Host['env']): Promise<string | PartnerCredential> {
  const { PARTNER_CENTER_TOKEN: token, PARTNER_CENTER_TENANT_ID: tenantId, PARTNER_CENTER_CLIENT_ID: clientId } = env
  if (token) {
    // RFC 6750, section 2.1. With any other character, building the header would throw an error that quotes it.
    if (/^[\w.~+/-]+=*$/.test(token)) return token
    throw new CliError(exitCodes.credentials, 'PARTNER_CENTER_TOKEN contains a character that no token has.', [
      'Set it to the bare access token: no quotes, no line break, no "Bearer" before it.',
    ])
  }
  if (!tenantId && !clientId) {
    throw new CliError(exitCodes.credentials, 'No credentials are set.', [
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
