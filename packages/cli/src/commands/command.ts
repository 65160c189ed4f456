import type { Command } from 'commander'
import type { ExitCode } from '../exit-codes.ts'
import type { Session } from '../session.ts'

/** What a command does: told its arguments and options, it works, reports, and says how it ended. */
export type Action<Args extends readonly unknown[]> = (session: Session, ...args: Args) => Promise<ExitCode>

/** Makes a handler for commander of an action that is loaded when it is called, and not before. */
export type Act = <Args extends readonly unknown[]>(
  load: () => Promise<Action<Args>>,
) => (...args: Args) => Promise<void>

/** Adds a command to the program: its name, arguments, options and help, and how to load what it does. */
export type AddCommand = (program: Command, act: Act) => void
