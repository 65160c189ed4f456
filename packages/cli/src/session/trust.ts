import tls from 'node:tls'
import { connectionCodeOf, untrustedCodes } from '../errors/connection-code.ts'

/** Whether a request failed because the certificate of the other side is not trusted. */
export function isUntrusted(error: unknown): boolean {
  return untrustedCodes.includes(connectionCodeOf(error) ?? '')
}

let isTrusted = false

/**
 * Trusts the certificate authorities of the system, and of `SSL_CERT_FILE` and `SSL_CERT_DIR`, from now on.
 *
 * @returns whether that changed anything: not the second time, and not before Node 22.19
 */
export function trustSystem(): boolean {
  if (isTrusted || typeof tls.setDefaultCACertificates !== 'function') return false
  isTrusted = true
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])
  return true
}
