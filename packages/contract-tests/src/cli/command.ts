/** Where a command writes, and what it knows of its surroundings. */
export interface Surroundings {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
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
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<number>
}
