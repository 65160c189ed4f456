// Prints the help of the program and of each command as JSON, from which the site's pages about commands are made.
import { Writable } from 'node:stream'
import type { Command } from 'commander'
import { pageOf, wordsOf } from '../src/command/page.ts'
import { addComplete } from '../src/commands/complete/command.ts'
import { createProgram } from '../src/program.ts'

/** A term and its description, as the help lists them. */
interface Item {
  readonly term: string
  readonly description: string
}

const written: string[] = []
const stdout = new Writable({
  decodeStrings: false,
  write(text, _, done) {
    written.push(String(text))
    done()
  },
})
const program = createProgram(
  {
    env: { NO_COLOR: '1' },
    stdin: process.stdin,
    stdout,
    stderr: stdout,
    signal: new AbortController().signal,
    interrupt: () => {},
  },
  () => async () => {},
)
await addComplete(program, false)

function describe(command: Command): object {
  const help = command.createHelp()
  const option = (each: (typeof command.options)[number]): Item => ({
    term: help.optionTerm(each),
    description: help.optionDescription(each),
  })
  return {
    words: wordsOf(command),
    page: pageOf(command),
    summary: command.description(),
    usage: help.commandUsage(command),
    arguments: help
      .visibleArguments(command)
      .map((each): Item => ({ term: help.argumentTerm(each), description: help.argumentDescription(each) })),
    options: help.visibleOptions(command).map(option),
    more: moreOf(command),
  }
}

/** The text that the help adds after its lists. */
function moreOf(command: Command): string {
  written.length = 0
  command.outputHelp()
  return written.join('').slice(command.helpInformation().length).trim()
}

const withCommands = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(withCommands)]
console.log(JSON.stringify(withCommands(program).map(describe), null, 2))
