/** The program's exit codes and their meanings. */
export const exitCodes = {
  /** The question was answered, or the upgrade was created, found or completed. */
  done: 0,
  /** An upgrade failed, was refused or declined; or the output could not be written. */
  failed: 1,
  /** Invalid arguments or settings; nothing was sent. */
  usage: 2,
  /** Credentials are missing or refused. */
  credentials: 3,
  /** Throttled for too long. */
  throttled: 4,
  /** No response, or an unintelligible one. */
  connection: 5,
  /** It is unknown whether an upgrade was created. */
  unknown: 6,
  /** A defect of this program. */
  defect: 70,
  /** Ctrl-C. */
  interrupted: 130,
} as const

/** One of the program's exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
