/** What the program's exit code says. */
export const exitCodes = {
  /** The question is answered, the upgrade created, found or completed. */
  done: 0,
  /** An upgrade failed, was refused, or was not wanted after all; or the output could not be written. */
  failed: 1,
  /** Something typed or set cannot be used; nothing was sent. */
  usage: 2,
  /** There are no credentials, or Partner Center does not take them. */
  credentials: 3,
  /** Partner Center wanted to be left alone for longer than is worth waiting for. */
  throttled: 4,
  /** No answer, or none that makes sense. */
  connection: 5,
  /** Whether an upgrade was created is not known. */
  unknown: 6,
  /** A defect of this program. */
  defect: 70,
  /** Ctrl-C. */
  interrupted: 130,
} as const

/** One of the program's exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
