import type { Operation, SecurityScheme } from '@partner-upgrades/spec'
import type { IncomingMessage } from './message.ts'
import type { Rejection } from './rejection.ts'
import { queryOf } from './request-target.ts'

/** A credential of a request. */
export interface Credential {
  /** The security scheme of the contract that the credential belongs to. */
  readonly scheme: SecurityScheme
  /** The token, key or encoded password, without the scheme name in front of it. */
  readonly value: string
}

/** The result of checking the credentials of a request. */
export type Admission =
  | { readonly credentials: readonly Credential[]; readonly refusal?: never }
  | { readonly credentials?: never; readonly refusal: Refusal }

/** Why the credentials were refused. */
export type Refusal = Extract<Rejection, { readonly status: 401 }>

/** Accepts or refuses a credential; text refuses it and says why. */
export type AcceptCredential = (credential: Credential) => boolean | string

/** Checks the credentials of a request: one of the operation's alternatives must be met in full. */
export function admit(operation: Operation, message: IncomingMessage, accept: AcceptCredential): Admission {
  let refusal: Refusal = { reason: 'credentialsMissing', status: 401 }
  if (operation.security.length === 0) return { credentials: [] }
  for (const alternative of operation.security) {
    const credentials: Credential[] = []
    for (const scheme of alternative) {
      const value = credentialOf(scheme, message)
      if (value !== undefined) credentials.push({ scheme, value })
    }
    if (credentials.length < alternative.length) continue
    const verdict = credentials.map(accept).find((each) => each !== true)
    if (verdict === undefined) return { credentials }
    refusal = { reason: 'credentialsRefused', status: 401, ...(typeof verdict === 'string' && { because: verdict }) }
  }
  return { refusal }
}

function credentialOf(scheme: SecurityScheme, message: IncomingMessage): string | undefined {
  if (scheme.type !== 'apiKey') return authorization(scheme.scheme ?? 'bearer', message.header('authorization'))
  const name = scheme.parameterName ?? scheme.name
  switch (scheme.in) {
    case 'query':
      return new URLSearchParams(queryOf(message.target)).get(name) ?? undefined
    case 'cookie':
      return cookie(name, message.header('cookie'))
    default:
      return message.header(name.toLowerCase()) ?? undefined
  }
}

function authorization(scheme: string, header: string | null): string | undefined {
  if (header === null) return undefined
  const space = header.indexOf(' ')
  if (space === -1 || header.slice(0, space).toLowerCase() !== scheme) return undefined
  return header.slice(space + 1).trim() || undefined
}

function cookie(name: string, header: string | null): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=')
    if (pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim()
  }
  return undefined
}
