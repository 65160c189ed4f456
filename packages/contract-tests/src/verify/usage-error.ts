/** What keeps a command from doing its work at all: a wrong argument, a provider that is not there. One line, exit code 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError'
}

/** No answer came. */
export class UnreachableError extends UsageError {
  override readonly name: string = 'UnreachableError'
}
