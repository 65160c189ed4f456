import { expect, test } from 'vitest'
import { copiedText } from './copied-text.ts'

test('of a terminal, what was typed is copied: neither the prompt nor what was printed', () => {
  const shown = '$ export A=1\n$ tool run\n✔ Done  it cost 3 $ \n$ tool end\n'
  expect(copiedText(true, shown)).toBe('export A=1\ntool run\ntool end\n')
})

test('of a terminal in which nothing was typed, and of any other code, all of it is copied', () => {
  expect(copiedText(true, 'only output\n')).toBe('only output\n')
  expect(copiedText(false, '$ not a prompt\n')).toBe('$ not a prompt\n')
})
