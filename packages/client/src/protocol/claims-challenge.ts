/**
 * Parses the claims that a refusal demands, decoded, for use in the next token request.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function parseClaimsChallenge(challenge: string | undefined): string | undefined {
  const claims = challenge?.match(/\bclaims="([^"]+)/i)?.[1]
  try {
    return claims && atob(claims.replace(/-/g, '+').replace(/_/g, '/'))
  } catch {
    return claims
  }
}
