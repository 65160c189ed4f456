import { expect, test } from 'vitest'
import { createGrowingBuffer } from './growing-buffer.ts'

test('it concatenates all chunks in order, and leaves them unchanged', () => {
  const buffer = createGrowingBuffer()
  expect(buffer.bytes()).toHaveLength(0)
  const pieces = ['', 'one', '', 'two', 'x'.repeat(100_000), 'three'].map((text) => Buffer.from(text))
  for (const piece of pieces) buffer.add(piece)
  expect(buffer.size).toBe(100_011)
  expect(buffer.bytes().equals(Buffer.concat(pieces))).toBe(true)
  expect(pieces[1]?.toString()).toBe('one')
})

test('a single chunk is not copied', () => {
  const buffer = createGrowingBuffer()
  const piece = Buffer.from('piece')
  buffer.add(piece)
  expect(buffer.bytes().buffer).toBe(piece.buffer)
})
