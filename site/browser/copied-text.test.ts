import { expect, test } from 'vitest'
import { copiedText } from './copied-text.ts'

test('copying a terminal session copies the typed commands, without prompts and output', () => {
  const shown = '$ export A=1\n$ tool run\n✔ Done  it cost 3 $ \n$ tool end\n'
  expect(copiedText(true, shown)).toBe('export A=1\ntool run\ntool end\n')
})

test('copying a terminal session without commands, or any other code, copies all of it', () => {
  expect(copiedText(true, 'only output\n')).toBe('only output\n')
  expect(copiedText(false, '$ not a prompt\n')).toBe('$ not a prompt\n')
})
