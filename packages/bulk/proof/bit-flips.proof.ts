import { expect, test } from 'vitest'
import { bitFlips } from '../test/bit-flips.ts'

test('every single flipped bit of a journal is rejected or has no effect', async () => {
  const { size, judge } = await bitFlips()
  const counts = { refused: 0, harmless: 0, silent: 0 }
  for (let bit = 0; bit < 8 * size; bit++) counts[await judge(bit)]++
  process.stdout.write(`${JSON.stringify({ bits: 8 * size, ...counts })}\n`)
  expect(counts.silent).toBe(0)
})
