import { parseJson } from '../shared/json.ts'
import { createRedactor } from '../shared/redact.ts'

/** What an access token of Entra tells about itself. */
export interface TokenClaims {
  /** Whom it is for. */
  readonly audience: string | undefined
  /** The tenant, a GUID. */
  readonly tenantId: string | undefined
  /** The application, a GUID. */
  readonly clientId: string | undefined
  /** The user, if there is one. */
  readonly username: string | undefined
  /** Whether it speaks for a user, and not for the application alone; `undefined` if it does not tell. */
  readonly isAppUser: boolean | undefined
  /** Whether the user was asked for a second factor; `undefined` if it does not tell. */
  readonly hasMfa: boolean | undefined
}

/**
 * Reads the claims of an access token, which nobody but its audience can verify: texts are quoted as any other from outside. A token that cannot be read tells nothing.
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

/** Delegated tokens carry scopes; those of an application have roles at most, and say so in `idtyp` where they can. */
function isAppUser({ idtyp, scp, roles, oid, sub }: Readonly<Record<string, unknown>>): boolean | undefined {
  if (idtyp === 'app') return false
  if (idtyp === 'user' || scp !== undefined) return true
  if (roles !== undefined || (oid !== undefined && oid === sub)) return false
  return undefined
}

function decode(token: string): Readonly<Record<string, unknown>> {
  return Object(parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()))
}
