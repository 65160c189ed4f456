import { once } from 'node:events'
import { expect, test } from 'vitest'
import { atOnce } from './at-once.ts'

test('no more than the given number run at once, and all are done', async () => {
  const done: number[] = []
  let running = 0
  await atOnce(2, [1, 2, 3, 4, 5], async (item) => {
    running += 1
    expect(running).toBeLessThanOrEqual(2)
    await Promise.resolve()
    running -= 1
    done.push(item)
  })
  expect(done.sort()).toEqual([1, 2, 3, 4, 5])
})

test('the first failure stops those running, starts no more, and is thrown', async () => {
  const begun: string[] = []
  const all = atOnce(2, ['waits', 'fails', 'never begins'], async (item, signal) => {
    begun.push(item)
    if (item === 'fails') throw new Error('it fails')
    await once(signal, 'abort')
    throw signal.reason
  })
  await expect(all).rejects.toThrow('it fails')
  expect(begun).toEqual(['waits', 'fails'])
})

test('the signal stops all of them', async () => {
  const stop = new AbortController()
  const all = atOnce(
    1,
    ['a', 'b'],
    async (_, signal) => {
      stop.abort(new Error('enough'))
      signal.throwIfAborted()
    },
    stop.signal,
  )
  await expect(all).rejects.toThrow('enough')
})
