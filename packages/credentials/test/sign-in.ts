import tls from 'node:tls'
import type { JWKS } from 'oidc-provider'
import { afterAll, beforeAll } from 'vitest'
import type { PartnerCredentialOptions } from '../src/options/options.ts'
import { storeKey } from '../src/options/settings.ts'
import { type Certificate, createCertificate } from './certificate.ts'
import { clientSecret, type OidcServer, secretClient, startOidcServer, tenantId } from './oidc-server.ts'

/** The options of a partner's credential, without the store. */
export type Partner = Omit<PartnerCredentialOptions, 'store'>

/** A sign-in server for the tests of a file, which trust its certificate. */
export interface SignIn {
  readonly server: OidcServer
  readonly certificate: Certificate
  /** The partner whose application has a secret. */
  readonly partner: Partner & { readonly clientSecret: string }
  /** The key of that partner in a store. */
  readonly key: string
}

export function useSignIn(keys?: JWKS): SignIn {
  let server: OidcServer | undefined
  let certificate: Certificate | undefined
  const trusted = tls.getCACertificates('default')

  beforeAll(async () => {
    certificate = await createCertificate()
    tls.setDefaultCACertificates([...trusted, certificate.cert])
    server = await startOidcServer(certificate, keys)
  })
  afterAll(() => {
    tls.setDefaultCACertificates(trusted)
    server?.close()
    certificate?.remove()
  })
  return {
    get server() {
      return started(server)
    },
    get certificate() {
      return started(certificate)
    },
    get partner() {
      return { tenantId, clientId: secretClient, clientSecret, authority: started(server).issuer }
    },
    key: storeKey({ tenantId, clientId: secretClient }),
  }
}

function started<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('only within a test')
  return value
}
