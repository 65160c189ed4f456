import { dereference, type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'

/** One credential of a request. */
export interface CredentialPart {
  /** The name of the security scheme in the document. */
  readonly scheme: string
  /** Where it is sent. */
  readonly in: 'header' | 'query' | 'cookie'
  /** The name of the header, the query parameter or the cookie. */
  readonly name: string
  /** The whole value, such as `Bearer token`. */
  readonly value: string
  /** The kind of credential; every HTTP scheme except Basic is written like a token. */
  readonly kind: 'key' | 'basic' | 'token'
}

/**
 * The credentials that satisfy a security requirement, one for each scheme that it names; undefined if one of them is not sent with a
 * request, such as a client certificate.
 */
export function credentialsOf(
  document: JsonObject,
  requirement: JsonObject,
  token = 'token',
): readonly CredentialPart[] | undefined {
  const parts = Object.keys(requirement).map((scheme) => partOf(document, scheme, token))
  return parts.every((part) => part !== undefined) ? parts : undefined
}

function partOf(document: JsonObject, scheme: string, token: string): CredentialPart | undefined {
  const schemes = objectAt(objectAt(document, 'components'), 'securitySchemes')
  const { type, scheme: method, in: place, name } = dereference(document, schemes[scheme])
  const header = { scheme, in: 'header', name: 'Authorization' } as const
  switch (type) {
    case 'apiKey': {
      const known = place === 'query' || place === 'cookie' ? place : 'header'
      return { scheme, in: known, name: String(name), value: token, kind: 'key' }
    }
    case 'http': {
      const named = String(method).toLowerCase()
      if (named === 'basic') return { ...header, value: `Basic ${basicOf(token)}`, kind: 'basic' }
      return { ...header, value: `${named === 'bearer' ? 'Bearer' : String(method)} ${token}`, kind: 'token' }
    }
    case 'oauth2':
    case 'openIdConnect':
      return { ...header, value: `Bearer ${token}`, kind: 'token' }
    default:
      return undefined
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc7617#section-2 */
function basicOf(token: string): string {
  return Buffer.from(token.includes(':') ? token : `user:${token}`).toString('base64')
}
