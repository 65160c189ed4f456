import { expect, test } from 'vitest'
import { createTimeline } from './timeline.ts'

function spansOf(times: readonly number[], most?: number) {
  const timeline = createTimeline(most)
  for (const time of times) timeline.add(time)
  return timeline.spans()
}

test('without events, there are no spans', () => {
  expect(spansOf([])).toBeUndefined()
})

test('events are counted by the second, including seconds without any', () => {
  expect(spansOf([5_900, 3_000, 3_999, 4_000])).toEqual({ start: 3_000, width: 1_000, counts: [2, 1, 1] })
  expect(spansOf([3_000, 6_000])?.counts).toEqual([1, 0, 0, 1])
})

test('spans double until there are no more than the given number', () => {
  const seconds = Array.from({ length: 8 }, (_, second) => second * 1_000)
  expect(spansOf(seconds, 8)).toEqual({ start: 0, width: 1_000, counts: [1, 1, 1, 1, 1, 1, 1, 1] })
  expect(spansOf([...seconds, 8_000], 8)).toEqual({ start: 0, width: 2_000, counts: [2, 2, 2, 2, 1] })
  expect(spansOf([8_000, ...seconds], 4)).toEqual({ start: 0, width: 4_000, counts: [4, 4, 1] })
  expect(spansOf([1_000, 3_000, 1_000_000], 4)).toEqual({ start: 0, width: 256_000, counts: [2, 0, 0, 1] })
})

test('there are at most 96 spans by default', () => {
  const times = Array.from({ length: 97 }, (_, second) => second * 1_000)
  expect(spansOf(times.slice(0, 96))?.counts).toHaveLength(96)
  expect(spansOf(times)?.counts).toHaveLength(49)
})
