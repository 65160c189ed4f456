/** OpenSSL's codes for a certificate chain that does not end in a trusted authority. */
export const untrustedCodes: readonly string[] = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]

/** The code of a failed connection, such as `ECONNREFUSED`: that of the innermost cause that has one. */
export function connectionCodeOf(error: unknown): string | undefined {
  let code: string | undefined
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') code = cause.code
  }
  return code
}
