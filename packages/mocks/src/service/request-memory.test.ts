import { expect, test } from 'vitest'
import { createRequestMemory } from './request-memory.ts'

test('a request is known by its id, in any case, and its body', () => {
  const memory = createRequestMemory()
  memory.remember('AB', { a: 1 }, 'upgrade')
  expect(memory.recall('ab', { a: 1 })).toBe('upgrade')
  expect(memory.recall('ab', { a: 2 })).toBeUndefined()
  expect(memory.recall('cd', { a: 1 })).toBeUndefined()
  expect(memory.recall(null, { a: 1 })).toBeUndefined()
})

test('a request without an id is not remembered', () => {
  const memory = createRequestMemory(1)
  memory.remember('a', {}, 'first')
  memory.remember(null, {}, 'second')
  expect(memory.recall('a', {})).toBe('first')
})

test('the oldest are forgotten, and only as many as have to be', () => {
  const memory = createRequestMemory(2)
  for (const id of ['a', 'b', 'c']) memory.remember(id, {}, id)
  expect(['a', 'b', 'c'].map((id) => memory.recall(id, {}))).toEqual([undefined, 'b', 'c'])
})
