/** Thrown if a file exists but cannot be used; the message gives the reason, without a subject. */
export class UnusableFileError extends Error {
  override readonly name = 'UnusableFileError'
}

const known: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
  ENXIO: 'it is a socket, not a regular file',
}

/** Describes why a file cannot be used, for a line at the command line. */
export function describeFileError(error: unknown): string {
  if (error instanceof UnusableFileError) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? (known[code] ?? code) : String(error)
}
