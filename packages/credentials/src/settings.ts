import { createPrivateKey } from 'node:crypto'
import { systemClock } from './clock.ts'
import { clouds, isCloud } from './clouds.ts'
import { CredentialError } from './errors.ts'
import type { PartnerCredentialOptions, PartnerOptions } from './options.ts'

type Defaulted = 'cloud' | 'authority' | 'timeout' | 'fetch' | 'clock'

/** Options with their defaults filled in, and found to be sound. */
export type Settings = Omit<PartnerCredentialOptions, Defaulted> &
  Required<Pick<PartnerCredentialOptions, Defaulted>> & {
    /** What tokens are for. */
    readonly scope: string
    /** Whether the authority is Entra. */
    readonly isEntra: boolean
    /** The partner's key in the store. */
    readonly key: string
  }

/** What a token may look like, of either kind: what fits into a header. */
export const printable: RegExp = /^[!-~]+$/
/** A GUID as Entra writes it. */
export const guid: RegExp = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * Fills in the defaults.
 *
 * @throws CredentialError naming the option that is wrong, and never its value.
 */
export function toSettings(options: PartnerCredentialOptions): Settings {
  const { authority, clientSecret, certificate, store, timeout = 10_000 } = options
  const key = storeKey(options)
  const cloud = options.cloud ?? 'global'
  check(
    clientSecret === undefined || certificate === undefined,
    'clientSecret and certificate cannot both be given: the application shows one of them',
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
  check(timeout > 0, 'timeout must be milliseconds above 0')
  return {
    ...options,
    cloud,
    key,
    timeout,
    authority: authority ?? `${clouds[cloud].login}/${options.tenantId}`,
    isEntra: authority === undefined,
    scope: scopeOf(cloud),
    // Looked up late, so that whoever replaces it afterwards is heard.
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

/** The scope of the tokens of a cloud. */
export function scopeOf(cloud: keyof typeof clouds): string {
  return `${clouds[cloud].baseUrl}/user_impersonation`
}

/**
 * The key under which a partner's refresh token is kept: letters, digits and hyphens.
 *
 * @throws CredentialError naming the option that is wrong.
 */
export function storeKey({ tenantId, clientId, cloud = 'global' }: PartnerOptions): string {
  checkCloud(cloud)
  check(guid.test(tenantId), "tenantId must be a GUID: the partner's directory (tenant) ID in Entra")
  check(guid.test(clientId), 'clientId must be a GUID: the application (client) ID in Entra')
  return `${cloud}-${tenantId}-${clientId}`.toLowerCase()
}

/** @throws CredentialError if there is no such cloud. */
export function checkCloud(cloud: string): void {
  check(isCloud(cloud), `cloud must be ${Object.keys(clouds).join(' or ')}`)
}

/** @throws CredentialError that says what is wrong. */
export function check(sound: boolean, flaw: string): asserts sound {
  if (!sound) throw new CredentialError('options', flaw)
}
