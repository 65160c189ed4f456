import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { customerId, setStage } from '../../test/partner-center.ts'
import { fail } from '../errors/fail.ts'
import { noteLines } from './note.ts'
import { wantsColours } from './paint.ts'

test.for<[what: string, terminal: number | undefined, env: Record<string, string>, coloured: boolean]>([
  ['a terminal', 80, {}, true],
  ['a terminal without colours', 80, { TERM: 'dumb' }, false],
  ['NO_COLOR', 80, { NO_COLOR: '1' }, false],
  ['an empty NO_COLOR', 80, { NO_COLOR: '' }, true],
  ['a pipe', undefined, {}, false],
  ['NO_COLOR against FORCE_COLOR', 80, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
])('%s: colours are used only where they are wanted', async ([, terminal, env, coloured]) => {
  const { cli } = await setStage()
  for (const args of [['eligibility', customerId], ['explain', '900105'], ['status', 'contoso'], ['--help']]) {
    const { output } = await cli(args, { env, ...(terminal && { terminal }) })
    expect(output !== stripVTControlCharacters(output)).toBe(coloured)
  }
})

test.for([80, 120])('no line is wider than %i columns, except unbreakable words', async (terminal) => {
  const name = 'A subscription with a name that is so long that it does not fit into a column'
  const product = { id: 'b1beb621-3cad-4d7a-b360-62db33ce028e', name }
  const { cli } = await setStage({ customers: [{ id: customerId, lineItems: [{ sourceProduct: product }, {}] }] })
  for (const args of [
    ['upgrade', customerId, '--yes'],
    ['create', customerId, '--yes'],
    ['explain'],
    ['explain', '900109'],
  ]) {
    const { output } = await cli(args, { terminal })
    for (const line of stripVTControlCharacters(output).split('\n')) {
      if (/ /.test(line.trim())) expect(line.length, line).toBeLessThanOrEqual(terminal)
    }
  }
})

// https://no-color.org, https://force-color.org
test.for<[env: Record<string, string>, isTTY: boolean | undefined, coloured: boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{}, undefined, false],
  [{ TERM: 'dumb' }, true, false],
  [{ TERM: 'xterm' }, true, true],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '1', TERM: 'dumb' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: '' }, true, true],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
])('with %j on a terminal (%s), colours are wanted: %s', ([env, isTTY, coloured]) => {
  expect(wantsColours(Object.assign(new PassThrough(), isTTY === undefined ? {} : { isTTY }), env)).toBe(coloured)
})

const env = { NO_COLOR: '1' }

test.for<[what: string, terminal: object, lines: string[]]>([
  ['a terminal', { isTTY: true, columns: 12 }, ['! one two', '  three four', '! five']],
  ['a terminal of unknown width', { isTTY: true }, ['! one two three four', '! five']],
  ['a pipe', { columns: 12 }, ['! one two three four', '! five']],
])('notes on %s are marked, and wrapped where there is a width', ([, terminal, lines]) => {
  const stderr = Object.assign(new PassThrough(), terminal)
  expect(noteLines({ stderr, env }, ['one two three four', 'five'])).toEqual(lines)
})

test.for<[what: string, terminal: object, text: string]>([
  ['a terminal', { isTTY: true, columns: 12 }, '✘ Internal\n  error.\n'],
  [
    'a terminal of unknown width',
    { isTTY: true },
    '✘ Internal error. Please report it with this stack trace.\n  one\n',
  ],
  ['a pipe', { columns: 12 }, '✘ Internal error. Please report it with this stack trace.\n  one\n'],
])('an error on %s is marked, and wrapped where there is a width', async ([, terminal, text]) => {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()]
  const stderr = Object.assign(new PassThrough(), terminal)
  const { signal } = new AbortController()
  const host = { env, stdin, stdout, stderr, signal, interrupt: () => {} }
  expect(await fail('one', host, false, 'help')).toBe(70)
  expect(String(stderr.read()).slice(0, text.length)).toBe(text)
})
