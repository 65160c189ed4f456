import type { Command } from 'commander'
import type { ExitCode } from '../process/exit-codes.ts'
import type { Session } from '../session/session.ts'

/** Carries out a command with its arguments and options, and resolves to the exit code. */
export type Action<Args extends readonly unknown[]> = (session: Session, ...args: Args) => Promise<ExitCode>

/** Creates a commander handler that loads its action only when the command runs. */
export type Act = <Args extends readonly unknown[]>(
  load: () => Promise<Action<Args>>,
) => (...args: Args) => Promise<void>

/** Adds a command to the program: its name, arguments, options and help, and the loader of its action. */
export type AddCommand = (program: Command, act: Act) => void
