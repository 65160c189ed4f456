import type { Command } from 'commander'
import type { ExitCode } from '../process/exit-codes.ts'
import type { Session } from '../session/session.ts'

/** What a command does with its arguments and options. */
export type Action<Args extends readonly unknown[]> = (session: Session, ...args: Args) => Promise<ExitCode>

/** Makes a handler for commander that loads its action only when it is called. */
export type Act = <Args extends readonly unknown[]>(
  load: () => Promise<Action<Args>>,
) => (...args: Args) => Promise<void>

/** Adds a command to the program: its name, arguments, options and help, and how to load what it does. */
export type AddCommand = (program: Command, act: Act) => void
