/** What the process provides to a command. */
export interface CommandContext {
  /** Writes a line to stdout. */
  readonly print: (text: string) => void
  /** Writes a line to stderr. */
  readonly printError: (text: string) => void
  /** The environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * A command of the program: runs with its arguments, and returns the exit code.
 *
 * @throws UsageError if it cannot do its work at all.
 */
export interface Command {
  /** A one-line description for the help. */
  readonly summary: string
  /** Runs it; returns the exit code. */
  readonly run: (args: readonly string[], context: CommandContext) => Promise<number>
}
