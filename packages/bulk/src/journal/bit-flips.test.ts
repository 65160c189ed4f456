import { createRandom } from '@partner-upgrades/tools/random'
import { expect, test } from 'vitest'
import { bitFlips } from '../../test/bit-flips.ts'

test('every flipped bit of a journal is rejected or has no effect', async () => {
  const { size, judge } = await bitFlips()
  const random = createRandom(5)
  const seen = { refused: 0, harmless: 0 }
  const silent: number[] = []
  for (let flips = 0; flips < 1_500; flips++) {
    const bit = Math.floor(random() * 8 * size)
    const verdict = await judge(bit)
    if (verdict === 'silent') silent.push(bit)
    else seen[verdict]++
  }
  expect(silent).toEqual([])
  expect(seen.refused).toBeGreaterThan(1_000)
})

test('so is every flipped bit in line ends, line headers and fragments of stopped workers', async () => {
  const { judge, bytes, torn } = await bitFlips()
  const random = createRandom(6)
  const ends = [...bytes.keys()].filter((at) => bytes[at] === 0x0a)
  const heads = ends.flatMap((end) => Array.from({ length: 26 }, (_, index) => end + 1 + index))
  const any = [...heads, ...torn].filter((at) => at < bytes.length).map((at) => 8 * at + Math.floor(random() * 8))
  const all = ends.flatMap((at) => Array.from({ length: 8 }, (_, bit) => 8 * at + bit))
  const silent: number[] = []
  for (const bit of [...all, ...any]) if ((await judge(bit)) === 'silent') silent.push(bit)
  expect(all.length + any.length).toBeGreaterThan(1_000)
  expect(silent).toEqual([])
})
