import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('the same seed draws the same, another draws something else', () => {
  const draw = (seed: string | number) => {
    const random = createRandom(seed)
    return [random.guid(), random.integer(1_000_000), random.text(16, 'abc')]
  }
  expect(draw('a')).toEqual(draw('a'))
  expect(draw('a')).not.toEqual(draw('b'))
  expect(draw(1)).not.toEqual(draw(2))
})

test('ten thousand GUIDs are well formed and all different', () => {
  const random = createRandom(7)
  const guids = new Set(Array.from({ length: 10_000 }, () => random.guid()))
  expect(guids.size).toBe(10_000)
  for (const each of guids) expect(each).toMatch(guid)
})

test('integers stay below their limit and reach every value', () => {
  const random = createRandom('even')
  const counts = new Array<number>(10).fill(0)
  for (let draw = 0; draw < 10_000; draw += 1) {
    const value = random.integer(10)
    counts[value] = (counts[value] ?? Number.NaN) + 1
  }
  expect(counts).toHaveLength(10)
  for (const count of counts) expect(count).toBeGreaterThan(800)
})

test('text has its length and alphabet', () => {
  expect(createRandom('x').text(32, 'AB')).toMatch(/^[AB]{32}$/)
})
