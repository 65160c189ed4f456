import { expect, test } from 'vitest'
import { createIdempotencyStore } from './idempotency-store.ts'

test('a repeated request is recognized by its ID, in any case, and its body', () => {
  const memory = createIdempotencyStore()
  memory.remember('AB', { a: 1 }, 'upgrade')
  expect(memory.recall('ab', { a: 1 })).toBe('upgrade')
  expect(memory.recall('ab', { a: 2 })).toBeUndefined()
  expect(memory.recall('cd', { a: 1 })).toBeUndefined()
  expect(memory.recall(null, { a: 1 })).toBeUndefined()
})

test('a request without an ID is not remembered', () => {
  const memory = createIdempotencyStore(1)
  memory.remember('a', {}, 'first')
  memory.remember(null, {}, 'second')
  expect(memory.recall('a', {})).toBe('first')
})

test('a full store drops only its oldest request', () => {
  const memory = createIdempotencyStore(2)
  for (const id of ['a', 'b', 'c']) memory.remember(id, {}, id)
  expect(['a', 'b', 'c'].map((id) => memory.recall(id, {}))).toEqual([undefined, 'b', 'c'])
})
