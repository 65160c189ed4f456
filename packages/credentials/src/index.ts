/**
 * Tokens for Partner Center by the secure application model: a partner's refresh token in a store, and the access tokens it gives.
 *
 * @packageDocumentation
 */
export { type CheckedCredential, type CheckOptions, type CredentialCheck, checkCredential } from './check.ts'
export type { Clock } from './clock.ts'
export type { Cloud } from './clouds.ts'
export {
  type AccessToken,
  createPartnerCredential,
  type GetTokenOptions,
  type PartnerCredential,
  type TokenRequest,
} from './credential.ts'
export { type DeviceCode, type DeviceLoginOptions, type Login, startDeviceLogin } from './device-login.ts'
export {
  CredentialError,
  type CredentialFailure,
  credentialErrorOf,
  type FailureDetails,
  isConsentRequired,
  isCredentialError,
} from './errors.ts'
export { createFileStore } from './file-store.ts'
export { createMemoryStore } from './memory-store.ts'
export type { ClientCertificate, PartnerCredentialOptions, PartnerOptions } from './options.ts'
export { type SaveOptions, saveRefreshToken } from './save-refresh-token.ts'
export { storeKey } from './settings.ts'
export type { StoredValue, TokenStore } from './store.ts'
export type { TokenClaims } from './token-claims.ts'
