/** What a command gets from its process. */
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
 * @throws UsageError for what keeps it from doing its work at all.
 */
export interface Command {
  /** In one line. */
  readonly summary: string
  /** Runs it; returns the exit code. */
  readonly run: (args: readonly string[], context: CommandContext) => Promise<number>
}
