import { createPrivateKey } from 'node:crypto'
import { cloudBaseUrls, cloudLogins, isCloud, scopeOf } from '@partner-upgrades/spec/clouds'
import { isGuid } from '@partner-upgrades/spec/guid'
import { systemClock } from '../shared/clock.ts'
import { CredentialError } from '../shared/errors.ts'
import type { PartnerCredentialOptions, PartnerOptions } from './options.ts'

type Defaulted = 'cloud' | 'authority' | 'timeout' | 'fetch' | 'clock'

/** Validated options with their defaults filled in. */
export type Settings = Omit<PartnerCredentialOptions, Defaulted> & {
  readonly [Name in Defaulted]: NonNullable<PartnerCredentialOptions[Name]>
} & {
  /** The scope of the tokens. */
  readonly scope: string
  /** Whether the authority is Entra. */
  readonly isEntra: boolean
  /** The partner's key in the store. */
  readonly key: string
}

/** Matches an access token or a refresh token: one that can be sent in a header. */
export const printable: RegExp = /^[!-~]+$/

/**
 * Validates options and fills in the defaults.
 *
 * @throws CredentialError that names the wrong option, and never its value.
 */
export function toSettings(options: PartnerCredentialOptions): Settings {
  const { authority, clientSecret, certificate, store, timeout = 10_000 } = options
  const key = storeKey(options)
  const cloud = options.cloud ?? 'global'
  check(
    clientSecret === undefined || certificate === undefined,
    'clientSecret and certificate cannot both be given: choose one',
  )
  check(
    clientSecret === undefined || (typeof clientSecret === 'string' && /^\S+$/.test(clientSecret)),
    'clientSecret must be the value of the secret, not empty and without white space: is there a line break at its end?',
  )
  if (certificate) {
    check(
      /^([\da-f]{2}:?){32}$/i.test(certificate.thumbprintSha256),
      'certificate.thumbprintSha256 must be 64 hexadecimal digits',
    )
    check(
      isPrivateKey(certificate.privateKey),
      'certificate.privateKey must be a private key in PEM, without a passphrase',
    )
  }
  check(
    typeof store?.get === 'function' && typeof store.compareAndSet === 'function',
    'store must have get and compareAndSet, as createFileStore(path) has',
  )
  check(
    authority === undefined || (URL.canParse(authority) && new URL(authority).protocol === 'https:'),
    'authority must be an https URL',
  )
  check(timeout > 0, 'timeout must be a positive number of milliseconds')
  return {
    ...options,
    cloud,
    key,
    timeout,
    authority: authority ?? `${cloudLogins[cloud]}/${options.tenantId}`,
    isEntra: authority === undefined,
    scope: scopeOf(cloudBaseUrls[cloud]),
    // Looked up late, so that a later replacement of the global takes effect.
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    clock: options.clock ?? systemClock,
  }
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).type === 'private'
  } catch {
    return false
  }
}

/**
 * Returns the key under which a partner's refresh token is stored: letters, digits and hyphens.
 *
 * @throws CredentialError that names the wrong option.
 */
export function storeKey({ tenantId, clientId, cloud = 'global' }: PartnerOptions): string {
  checkCloud(cloud)
  check(isGuid(tenantId), "tenantId must be a GUID: the partner's directory (tenant) ID in Entra")
  check(isGuid(clientId), 'clientId must be a GUID: the application (client) ID in Entra')
  return `${cloud}-${tenantId}-${clientId}`.toLowerCase()
}

/**
 * Asserts that a value names a cloud.
 *
 * @throws CredentialError if it does not.
 */
export function checkCloud(cloud: string): void {
  check(isCloud(cloud), `cloud must be ${Object.keys(cloudBaseUrls).join(' or ')}`)
}

/**
 * Asserts that an option is valid.
 *
 * @throws CredentialError with the given message.
 */
export function check(sound: boolean, flaw: string): asserts sound {
  if (!sound) throw new CredentialError('options', flaw)
}
