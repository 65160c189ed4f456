/**
 * Tokens for Partner Center by the secure application model: a partner's refresh token in a store, redeemed for access tokens.
 *
 * @packageDocumentation
 */

export type { Cloud } from '@partner-upgrades/spec/clouds'
export { type CheckedCredential, type CheckOptions, type CredentialCheck, checkCredential } from './check/check.ts'
export type { TokenClaims } from './check/token-claims.ts'
export type { ClientCertificate, PartnerCredentialOptions, PartnerOptions } from './options/options.ts'
export { storeKey } from './options/settings.ts'
export type { Clock } from './shared/clock.ts'
export {
  CredentialError,
  type CredentialFailure,
  credentialErrorOf,
  type FailureDetails,
  isConsentRequired,
  isCredentialError,
} from './shared/errors.ts'
export { type BrowserLoginOptions, startBrowserLogin } from './sign-in/browser-login.ts'
export { type DeviceCode, type DeviceLoginOptions, startDeviceLogin } from './sign-in/device-login.ts'
export { type ImportOptions, importRefreshToken } from './sign-in/import-refresh-token.ts'
export type { Login } from './sign-in/keep-login.ts'
export { type SaveOptions, saveRefreshToken } from './sign-in/save-refresh-token.ts'
export { createFileStore } from './store/file-store.ts'
export { createMemoryStore } from './store/memory-store.ts'
export type { StoredValue, TokenStore } from './store/store.ts'
export {
  type AccessToken,
  createPartnerCredential,
  type GetTokenOptions,
  type PartnerCredential,
  type TokenRequest,
} from './token/credential.ts'
