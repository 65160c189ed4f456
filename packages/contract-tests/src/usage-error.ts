/** What keeps a command from doing its work at all: a wrong argument, a provider that is not there. One line, exit code 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'
}

/** No answer came, or none that can be read to its end. */
export class UnreachableError extends UsageError {
  override readonly name: string = 'UnreachableError'
  /** Why, without a word about whom. */
  readonly reason: string

  constructor(baseUrl: string, reason: string, isThere = false) {
    super(`${baseUrl} cannot be ${isThere ? 'read' : 'reached'}: ${reason}`)
    this.reason = reason
  }
}
