import { expect, test } from 'vitest'
import { baseUrl, customerId, requestId, upgradeId } from '../../test/service.ts'
import { createIdempotencyMemory } from './memory-store.ts'
import type { IdempotencyEntry, IdempotencyStore } from './store.ts'

const subject = { baseUrl, customerId, productFamily: 'Azure' }
const { signal } = new AbortController()

/** A store whose clock moves only when the test advances it. */
function setUp(keep = 1_000): { readonly store: IdempotencyStore; readonly passTime: (ms: number) => void } {
  let now = 0
  const passTime = (ms: number): void => {
    now += ms
  }
  return { store: createIdempotencyMemory({ elapsed: () => now }, keep), passTime }
}

/** Starts to claim the entry; `isIn` says whether it has been claimed yet. */
function open(store: IdempotencyStore, given = signal) {
  const state: { entry?: IdempotencyEntry } = {}
  const opened = store.open(subject, given).then((entry) => {
    state.entry = entry
    return entry
  })
  return { opened, isIn: () => state.entry !== undefined }
}

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('callers hold an entry one at a time, in order of arrival', async () => {
  const { store } = setUp()
  const callers = [1, 2, 3, 4].map(() => open(store))
  for (let turn = 0; turn < callers.length; turn++) {
    await turns()
    expect(callers.map(({ isIn }) => isIn())).toEqual(callers.map((_, index) => index <= turn))
    await (await callers[turn]?.opened)?.close()
  }
})

test('a caller that arrives just after another claimed the entry waits for it', async () => {
  const { store } = setUp()
  const first = await open(store).opened
  const second = open(store)
  await first.close()
  const entry = await second.opened
  await turns()
  const third = open(store)
  await turns()
  expect(third.isIn()).toBe(false)
  await entry.close()
  expect(await third.opened).toMatchObject({ waited: true })
})

test('a caller that gives up neither blocks those behind it nor lets them in early', async () => {
  const { store } = setUp()
  const first = await open(store).opened
  const controller = new AbortController()
  const second = open(store, controller.signal)
  const third = open(store)
  controller.abort(new Error('enough'))
  await expect(second.opened).rejects.toThrow('enough')
  await turns()
  expect(third.isIn()).toBe(false)
  await first.close()
  await third.opened
  expect(third.isIn()).toBe(true)
})

test('a cleared record is gone', async () => {
  const { store } = setUp()
  const entry = await open(store).opened
  await entry.save({ requestId })
  await entry.clear()
  await entry.close()
  expect(await open(store).opened).not.toHaveProperty('pending')
})

test.for([
  [999, true],
  [1_000, false],
] as const)('%d ms after a create has finished, its upgrade is remembered: %s', async ([ms, remembered]) => {
  const { store, passTime } = setUp()
  const entry = await open(store).opened
  await entry.save({ requestId, accepted: true, upgradeId })
  await entry.close()
  await turns()
  passTime(ms)
  const { pending } = await open(store).opened
  expect(pending?.upgradeId).toBe(remembered ? upgradeId : undefined)
})

test('a create with an unknown outcome is never forgotten', async () => {
  const { store, passTime } = setUp()
  const entry = await open(store).opened
  await entry.save({ requestId, attempt: 'first' })
  await entry.close()
  await turns()
  passTime(1e9)
  expect((await open(store).opened).pending).toEqual({ requestId, attempt: 'first' })
})

test('an entry stays held, however old its record becomes in the meantime', async () => {
  const { store, passTime } = setUp()
  const entry = await open(store).opened
  await entry.save({ requestId, accepted: true, upgradeId })
  passTime(1e9)
  const second = open(store)
  await turns()
  expect(second.isIn()).toBe(false)
  await entry.close()
  expect(await second.opened).toMatchObject({ waited: true, pending: { upgradeId } })
})
