import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

async function* numbers(count: number) {
  for (let each = 1; each <= count; each++) yield each
}

test('results come in the order of the items, and no more items are in progress than allowed', async () => {
  let working = 0
  let most = 0
  const seen: number[] = []
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, ++working)
    // Later items finish sooner.
    for (let turn = item; turn < 10; turn++) await Promise.resolve()
    working--
    return item
  }
  for await (const result of inOrder(numbers(9), 3, work)) seen.push(result)
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(most).toBe(3)
})

test('an error of one item is thrown, and the work on the others is aborted', async () => {
  const signals: AbortSignal[] = []
  const work = async (item: number, signal: AbortSignal): Promise<number> => {
    signals.push(signal)
    if (item === 2) throw new RangeError('two')
    return item
  }
  const all = async () => {
    for await (const _ of inOrder(numbers(9), 3, work));
  }
  await expect(all()).rejects.toThrow(RangeError)
  expect(signals.map(({ aborted }) => aborted)).toEqual(signals.map(() => true))
  expect(signals.length).toBeLessThan(9)
})
