import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inBatches } from './in-batches.ts'

/** A batch writer whose round trips end on demand. */
function setUp(fail: (batch: readonly number[]) => boolean = () => false) {
  const batches: (readonly number[])[] = []
  const ends: (() => void)[] = []
  const append = inBatches(async (batch: readonly number[]) => {
    batches.push(batch)
    await new Promise<void>((resolve) => ends.push(resolve))
    if (fail(batch)) throw new Error(`not ${batch}`)
    return batch.map((item) => 10 * item)
  })
  /** Ends the round trip; resolves when the next one has begun. */
  async function end(): Promise<void> {
    ends.shift()?.()
    await setImmediate()
  }
  return { append, batches, end }
}

test('items added during a round trip form the next batch, in order, and each gets its own result', async () => {
  const { append, batches, end } = setUp()
  const first = append(1)
  const rest = [append(2), append(3), append(4)]
  expect(batches).toEqual([[1]])
  await end()
  expect(await first).toBe(10)
  expect(batches).toEqual([[1], [2, 3, 4]])
  await end()
  expect(await Promise.all(rest)).toEqual([20, 30, 40])
})

test('a batch that fails does not affect other batches', async () => {
  const { append, end } = setUp((batch) => batch.includes(1))
  const ended = Promise.allSettled([append(1), append(2)])
  await end()
  await end()
  expect(await ended).toMatchObject([{ reason: { message: 'not 1' } }, { value: 20 }])
})

test('a write that returns too few results fails, rather than leaving callers waiting', async () => {
  await expect(inBatches(async () => [])(1)).rejects.toThrow('0 results for 1 items')
})
