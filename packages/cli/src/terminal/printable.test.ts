import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { toJsonLine } from './json-line.ts'
import { createPaint } from './paint.ts'
import { print, printable } from './printable.ts'

async function printed(...lines: readonly string[]): Promise<string> {
  const output = new PassThrough()
  print(output, lines)
  return text(output.end())
}

test.for([
  ['a title by OSC', '\u001b]0;title\u0007x', ' ]0;title x'],
  ['a link by OSC', '\u001b]8;;https://evil.example\u001b\\x', ' ]8;;https://evil.example \\x'],
  ['a colour by CSI', '\u001b[31mred', ' [31mred'],
  ['a device string by DCS', '\u001bP1$r\u001b\\', ' P1$r \\'],
  ['CSI of C1', '\u009b31mred', ' 31mred'],
  ['OSC of C1', '\u009d0;title\u009cx', ' 0;title x'],
  ['line breaks', 'a\r\nb\u0085c\u2028d\u2029e', 'a  b c d e'],
  ['a tab, a backspace, a bell and DEL', 'a\tb\bc\u0007d\u007fe', 'a b c d e'],
  ['NUL', 'a\0b', 'a b'],
  ['embeddings and overrides', '\u202a\u202b\u202c\u202d\u202egnp.exe', '     gnp.exe'],
  ['isolates', '\u2066\u2067\u2068\u2069x', '    x'],
  ['marks of direction', 'a\u200eb\u200fc\u061cd', 'a b c d'],
  ['plain words', 'Große Öffnung 日本 ✔ 👩‍💻', 'Große Öffnung 日本 ✔ 👩‍💻'],
] as const)('%s: control characters are removed, everything else is kept', async ([, from, to]) => {
  expect(printable(from)).toBe(to)
  expect(await printed(from, from)).toBe(`${to}\n${to}\n`)
})

test('all C0 and C1 characters and DEL are removed', () => {
  for (let code = 0; code < 0xa0; code++) {
    if (code >= 0x20 && code < 0x7f) continue
    expect(printable(String.fromCharCode(code))).toBe(' ')
  }
})

test('only our own styles become colours', async () => {
  const paint = createPaint(true)
  expect(await printed(`${paint('red', 'a\u001b[31mb')}\u001b[39mc`)).toBe('\u001b[31ma [31mb\u001b[39m [39mc\n')
  const [mark = ''] = paint('red', '|').split('|')
  const guess = mark.replace(/\d{4};/, '1234;')
  expect(await printed(`${guess}x`)).toBe(` ${guess.slice(1)}x\n`)
  expect(printable(paint('bold', 'x'))).toBe(paint('bold', 'x'))
})

test('without colours there are no style marks', () => {
  expect(createPaint(false)('bold', 'x')).toBe('x')
})

test('only help and the report of lost output bypass print', () => {
  const folder = join(import.meta.dirname, '..')
  const files = globSync('**/*.ts', { cwd: folder, exclude: ['**/*.test.ts'] })
  const writing = files.filter((file) => /\bstd(out|err)\.write\(/.test(readFileSync(join(folder, file), 'utf8')))
  expect(writing.sort()).toEqual(['process/host.ts', 'program.ts'])
})

test('in JSON, characters that control a terminal are escaped, and every text is preserved', () => {
  const text = '\u001b\u007f\u009b\u2028\u202e\u200e\u061cé日'
  const line = toJsonLine({ text, event: 'a' })
  expect(line).toBe('{"event":"a","text":"\\u001b\\u007f\\u009b\\u2028\\u202e\\u200e\\u061cé日"}')
  expect(JSON.parse(line)).toEqual({ event: 'a', text })
})
