import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { addComplete } from '../commands/complete/command.ts'
import { createProgram } from '../program.ts'
import { pageOf, wordsOf } from './page.ts'

const stream = new PassThrough()
const { signal } = new AbortController()

/** Creates the program, with all of its commands and subcommands. */
async function setUp() {
  const program = createProgram(
    { env: {}, stdin: stream, stdout: stream, stderr: stream, signal, interrupt: () => {} },
    () => async () => {},
  )
  await addComplete(program, false)
  return { program, all: within(program) }
}

const within = (command: Command): readonly Command[] => command.commands.flatMap((each) => [each, ...within(each)])

test('every command and subcommand has a row in a table of the README', async () => {
  const { all } = await setUp()
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const cells = readme.split('\n').flatMap((line) => /^\| (`.*?) \| /.exec(line)?.[1] ?? [])
  const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => `${text} `))
  const lost = all
    .map((each) => wordsOf(each).join(' '))
    .filter((name) => !named.some((text) => text.startsWith(`${name} `)))
  expect(all.length).toBeGreaterThan(20)
  expect(lost).toEqual([])
})

test('no two commands share a page', async () => {
  const { program, all } = await setUp()
  expect(new Set([program, ...all].map(pageOf)).size).toBe(all.length + 1)
  // The page about all commands.
  expect(pageOf(program)).toBe('commands/index')
})

/** The complete help of a command. */
function helpOf(command: Command): string {
  const help: string[] = []
  command.configureOutput({ writeOut: (text) => void help.push(text) }).outputHelp()
  return help.join('')
}

/** The examples in a command's help, without redirections and pipes. */
const examplesOf = (command: Command): readonly string[] =>
  [...helpOf(command).matchAll(/^ {2}\$ partner-upgrades(.*?)( {2}.*)?$/gm)].map(([, typed = '']) =>
    typed.replace(/ [|<>].*/, '').trim(),
  )

test('the help says what each command, argument and option is for', async () => {
  const { all } = await setUp()
  const silent = all.flatMap((command) => [
    ...(command.description() ? [] : [wordsOf(command).join(' ')]),
    ...command.registeredArguments.flatMap((each) => (each.description ? [] : [each.name()])),
    ...command.options.flatMap((each) => (each.description ? [] : [each.flags])),
  ])
  // It is the argument of the placeholder for the command that the library adds.
  expect(silent).toEqual(['shell'])
})

test('every command has examples, all of which parse', async () => {
  const { program } = await setUp()
  for (const command of program.commands) {
    const [name = ''] = wordsOf(command)
    expect(examplesOf(command), name).not.toEqual([])
    for (const example of examplesOf(command)) {
      expect(example.split(' ')[0]).toBe(name)
      // Here, a placeholder stands for the command that the library adds.
      if (name !== 'complete') await program.parseAsync(example.split(' '), { from: 'user' })
    }
  }
})
