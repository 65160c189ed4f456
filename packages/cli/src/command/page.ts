import type { Command } from 'commander'

/** The names of a command and its parents, without the program's name, such as `fleet`, `work`. */
export function wordsOf(command: Command): readonly string[] {
  return command.parent ? [...wordsOf(command.parent), command.name()] : []
}

/** The path of a command's page, relative to the root of the site. The program itself has the page about all commands. */
export function pageOf(command: Command): string {
  const words = wordsOf(command)
  return words.length === 0 ? 'commands/index' : `commands/${words.join('-')}`
}
