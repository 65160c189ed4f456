import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { stateDirectory } from '@partner-upgrades/client/node'
import { type ClientCertificate, createFileStore, type PartnerCredentialOptions } from '@partner-upgrades/credentials'
import { CliError } from '../errors/cli-error.ts'
import { exitCodes } from '../process/exit-codes.ts'
import type { Host } from '../process/host.ts'
import { readService } from './service.ts'

/** A partner whose tokens come from the store. */
export interface Partner extends PartnerCredentialOptions {
  /** The file of the store. */
  readonly storePath: string
}

/**
 * Reads the partner from the environment: whose tokens to use, and with which credentials.
 *
 * @throws CliError that names the missing variable.
 */
export function readPartner(env: Host['env']): Partner {
  const {
    PARTNER_CENTER_TENANT_ID: tenantId,
    PARTNER_CENTER_CLIENT_ID: clientId,
    PARTNER_CENTER_CLIENT_SECRET: clientSecret,
    PARTNER_CENTER_CERTIFICATE: certificatePath,
    PARTNER_CENTER_AUTHORITY: authority,
  } = env
  if (!tenantId || !clientId) throw missing(tenantId ? 'PARTNER_CENTER_CLIENT_ID' : 'PARTNER_CENTER_TENANT_ID')
  const storePath = env.PARTNER_CENTER_STORE || join(stateDirectory(env, process.platform, homedir()), 'tokens.json')
  const { cloud = 'global' } = readService(env)
  return {
    tenantId,
    clientId,
    cloud,
    storePath,
    store: createFileStore(storePath),
    ...(clientSecret && { clientSecret }),
    ...(certificatePath && { certificate: readCertificate(certificatePath) }),
    ...(authority && { authority }),
  }
}

function missing(name: string): CliError {
  return new CliError(exitCodes.credentials, `${name} is not set.`, [
    'To sign in, and to use the tokens of an earlier sign-in, set',
    '  PARTNER_CENTER_TENANT_ID  the directory (tenant) ID of the partner',
    '  PARTNER_CENTER_CLIENT_ID  the ID of the application that the partner consents to',
    'or set only PARTNER_CENTER_TOKEN, to an App+User access token.',
  ])
}

/** Reads a PEM file with both the certificate and its private key. */
function readCertificate(path: string): ClientCertificate {
  try {
    const pem = readFileSync(path, 'utf8')
    const certificate = new X509Certificate(pem)
    const [privateKey = ''] = /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]+-----END [A-Z ]*PRIVATE KEY-----/.exec(pem) ?? []
    return { thumbprintSha256: certificate.fingerprint256, privateKey, x5c: certificate.toString() }
  } catch (cause) {
    throw new CliError(
      exitCodes.credentials,
      `PARTNER_CENTER_CERTIFICATE: ${path} cannot be read as a certificate.`,
      ['It must be a PEM file with the certificate and its private key, readable by this user.'],
      cause,
    )
  }
}
