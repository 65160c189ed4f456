import type { Cloud } from '@partner-upgrades/spec/clouds'
import type { Clock } from '../shared/clock.ts'
import type { TokenStore } from '../store/store.ts'

/** A certificate with which the application authenticates instead of a secret. */
export interface ClientCertificate {
  /** The SHA-256 thumbprint of the certificate, in hexadecimal. */
  readonly thumbprintSha256: string
  /** Its private key, in PEM. */
  readonly privateKey: string
  /** The certificate itself, in PEM, for applications registered to trust a subject name and issuer. */
  readonly x5c?: string
}

/** Identifies the partner whose tokens are managed. */
export interface PartnerOptions {
  /** The partner's tenant, a GUID. */
  readonly tenantId: string
  /** The application that the partner consented to, a GUID. */
  readonly clientId: string
  /**
   * The cloud, which determines where to sign in and the scope of the tokens. Must match the client's.
   * @default 'global'
   */
  readonly cloud?: Cloud | undefined
}

/** Options of a partner's credential. */
export interface PartnerCredentialOptions extends PartnerOptions {
  /** The application's secret. A refresh token of `startDeviceLogin` is redeemed without one. @default none */
  readonly clientSecret?: string | undefined
  /** The application's certificate, instead of a secret. @default none */
  readonly certificate?: ClientCertificate | undefined
  /** Where the partner's refresh token is kept. */
  readonly store: TokenStore
  /**
   * The issuer of an OpenID provider other than Entra, such as a test server: an https URL. It is trusted without further checks.
   * @default that of the cloud and the tenant
   */
  readonly authority?: string | undefined
  /**
   * The timeout of one request to the token endpoint, in milliseconds.
   * @default 10000
   */
  readonly timeout?: number | undefined
  /**
   * Sends a request to the token endpoint, for instance through a proxy.
   * @default `globalThis.fetch`
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /**
   * The source of time.
   * @default the system clock
   */
  readonly clock?: Clock | undefined
}
