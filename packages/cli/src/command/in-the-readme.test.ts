import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { addComplete } from '../commands/complete/command.ts'
import { createProgram } from '../program.ts'
import { pageOf, wordsOf } from './page.ts'

const stream = new PassThrough()
const { signal } = new AbortController()
const program = createProgram(
  { env: {}, stdin: stream, stdout: stream, stderr: stream, signal, interrupt: () => {} },
  () => async () => {},
)
await addComplete(program, false)
const within = (command: Command): readonly Command[] => command.commands.flatMap((each) => [each, ...within(each)])
const all = within(program)

test('every command, and every command of a command, has a row in a table of the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const cells = readme.split('\n').flatMap((line) => /^\| (`.*?) \| /.exec(line)?.[1] ?? [])
  const named = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => `${text} `))
  const lost = all
    .map((each) => wordsOf(each).join(' '))
    .filter((name) => !named.some((text) => text.startsWith(`${name} `)))
  expect(all.length).toBeGreaterThan(20)
  expect(lost).toEqual([])
})

test('no two commands share a page', () => {
  expect(new Set([program, ...all].map(pageOf)).size).toBe(all.length + 1)
  // The page about all of them.
  expect(pageOf(program)).toBe('commands/index')
})
