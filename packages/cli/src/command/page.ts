import type { Command } from 'commander'

/** The names of a command and of those it is part of, without the program's own, such as `fleet`, `work`. */
export function wordsOf(command: Command): readonly string[] {
  return command.parent ? [...wordsOf(command.parent), command.name()] : []
}

/** Where the page about a command is, below the root of the site. The program itself has the page about all of them. */
export function pageOf(command: Command): string {
  const words = wordsOf(command)
  return words.length === 0 ? 'commands/index' : `commands/${words.join('-')}`
}
