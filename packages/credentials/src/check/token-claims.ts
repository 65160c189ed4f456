import { parseJson } from '../shared/json.ts'
import { createRedactor } from '../shared/redact.ts'

/** The claims of an access token of Entra. */
export interface TokenClaims {
  /** The audience: the service that the token is for. */
  readonly audience: string | undefined
  /** The tenant, a GUID. */
  readonly tenantId: string | undefined
  /** The application, a GUID. */
  readonly clientId: string | undefined
  /** The user, if there is one. */
  readonly username: string | undefined
  /** Whether the token represents a user, and not only the application; `undefined` if unknown. */
  readonly isAppUser: boolean | undefined
  /** Whether the user signed in with a second factor; `undefined` if unknown. */
  readonly hasMfa: boolean | undefined
}

/**
 * Reads the claims of an access token. Only its audience can verify them, so they are redacted like any text from outside. All claims
 * of an unreadable token are `undefined`.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */
export function readClaims(token: string): TokenClaims {
  const claims = decode(token)
  const { quote } = createRedactor(token)
  const text = (...names: readonly string[]): string | undefined =>
    names.map((name) => quote(claims[name])).find((value) => value !== undefined)
  const { amr } = claims
  return {
    audience: text('aud'),
    tenantId: text('tid'),
    clientId: text('appid', 'azp'),
    username: text('upn', 'preferred_username', 'unique_name'),
    isAppUser: isAppUser(claims),
    hasMfa: Array.isArray(amr) ? amr.includes('mfa') : undefined,
  }
}

/** Whether a token is delegated: it has scopes then. An app-only token has roles at most, and may say so in `idtyp`. */
function isAppUser({ idtyp, scp, roles, oid, sub }: Readonly<Record<string, unknown>>): boolean | undefined {
  if (idtyp === 'app') return false
  if (idtyp === 'user' || scp !== undefined) return true
  if (roles !== undefined || (oid !== undefined && oid === sub)) return false
  return undefined
}

function decode(token: string): Readonly<Record<string, unknown>> {
  return Object(parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()))
}
