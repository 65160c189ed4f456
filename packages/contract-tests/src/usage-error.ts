/** Thrown if a command cannot do its work at all: a wrong argument, an unreachable provider. One line, exit code 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'
}

/** Thrown if there was no response, or none that could be read to its end. */
export class UnreachableError extends UsageError {
  override readonly name: string = 'UnreachableError'
  /** The reason, without the base URL. */
  readonly reason: string

  constructor(baseUrl: string, reason: string, isThere = false) {
    super(`${baseUrl} cannot be ${isThere ? 'read' : 'reached'}: ${reason}`)
    this.reason = reason
  }
}
