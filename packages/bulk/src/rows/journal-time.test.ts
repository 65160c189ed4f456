import { createClock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { describe, expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { createMachine } from '../../test/machine.ts'
import { path, rowsOf, sending, service } from '../../test/set-up-journal.ts'
import { openJournal } from '../journal/journal.ts'
import type { Postponed } from '../store/journal-entry.ts'
import type { Store } from '../store/store.ts'

const minute = 60_000
const jumps = [-1_440, -30, -10, 10, 30, 1_440].map((by) => by * minute)
const back = jumps.filter((by) => by < 0)

/**
 * A machine whose clock can be set. Time passes in steps, as live workers renew.
 *
 * @param measures whether there is a monotonic clock, too, as in Node.js
 */
function createSettable(measures = true) {
  const real = createClock()
  let set = 0
  const clock = { now: () => real.now() + set, sleep: real.sleep, ...(measures && { elapsed: real.now }) }
  const machine = createMachine(
    clock,
    () => 0,
    () => Promise.reject(new Error('No request is expected')),
  )
  const { open, processes } = machine.start(Number.POSITIVE_INFINITY)
  const customers = createCustomers(4)
  return {
    clock,
    jump: (by: number): void => {
      set += by
    },
    join: (): Promise<Store> => openJournal({ path, customers, service, clock, open, processes }),
    async pass(seconds: number, ...alive: readonly Store[]): Promise<void> {
      for (let left = seconds; left > 0; left -= 10) {
        real.advance(1_000 * Math.min(10, left))
        for (const store of alive) await store.renew()
      }
    },
  }
}

const postponed = (row: number, dueIn: number): Postponed => ({ is: 'postponed', row, dueIn, tries: 1, calls: [] })
const sorted = async (rows: Promise<readonly number[]>): Promise<readonly number[]> => [...(await rows)].sort()

describe.for(jumps)('a clock that is set by %i ms', (by) => {
  test('in the middle of a run does not change the due time of a row', async () => {
    const { join, pass, jump } = createSettable()
    const [store, other] = [await join(), await join()]
    await rowsOf(store, 1)
    await store.append(postponed(0, minute))
    await rowsOf(store, 3)
    await pass(20, store, other)
    jump(by)
    await pass(30, store, other)
    expect(await rowsOf(store, 1)).toEqual([])
    await pass(10, store, other)
    expect(await rowsOf(other, 1)).toEqual([0])
  })

  test('changes no duration that the store returns', async () => {
    const { join, pass, jump } = createSettable()
    const store = await join()
    await rowsOf(store, 4)
    await store.append(postponed(0, minute))
    await store.hold(minute)
    await store.append({ is: 'created', row: 1, upgradeId: guidOf(7), adopted: false, dueIn: 0, calls: [] })
    await pass(20, store)
    jump(by)
    await store.renew()
    expect(await store.claim('start', 1)).toMatchObject({ wait: 40_000 })
    expect(await store.progress()).toMatchObject({ quietFor: 40_000 })
    expect(await store.claim('follow', 1)).toMatchObject({ work: [{ age: 20_000 }] })
  })

  test('does not affect the due time of a row written afterwards', async () => {
    const { join, pass, jump } = createSettable()
    const [store, other] = [await join(), await join()]
    await rowsOf(store, 4)
    await pass(10, store, other)
    jump(by)
    await store.append(postponed(0, minute))
    await pass(50, store, other)
    expect(await rowsOf(other, 1)).toEqual([])
    await pass(10, store, other)
    expect(await rowsOf(other, 1)).toEqual([0])
  })

  test('repeatedly does not change the due times of rows', async () => {
    const { join, pass, jump } = createSettable()
    const [one, two] = [await join(), await join()]
    await rowsOf(one, 2)
    await rowsOf(two, 2)
    for (const each of [by, -by, -by, by, by]) {
      await pass(10, one, two)
      jump(each)
    }
    await two.append(postponed(2, minute))
    await one.append(postponed(0, minute))
    await pass(50, one, two)
    expect(await rowsOf(one, 4)).toEqual([])
    await pass(10, one, two)
    expect(await sorted(rowsOf(one, 4))).toEqual([0, 2])
  })

  test.for([true, false])('frees no row of a live worker (with a monotonic clock: %s)', async (measures) => {
    const { join, pass, jump } = createSettable(measures)
    const [one, two] = [await join(), await join()]
    await rowsOf(one, 2)
    for (let times = 0; times < 6; times++) {
      // The first worker is silent right before and after the jump.
      await pass(10, two)
      jump(by)
      expect(await rowsOf(two, 2)).toEqual(times === 0 ? [2, 3] : [])
      expect(await rowsOf(await join(), 1)).toEqual([])
      await one.renew()
      await two.renew()
    }
    expect(await one.append(sending(0))).toBe(true)
    expect(await two.append(sending(0))).toBe(false)
  })

  test.for([true, false])(
    'does not change when a silent worker’s lease expires (with a monotonic clock: %s)',
    async (measures) => {
      const { join, pass, jump } = createSettable(measures)
      const [silent, other] = [await join(), await join()]
      await rowsOf(silent, 4)
      await pass(10, other)
      jump(by)
      // Without a monotonic clock, time until the next line counts as part of the jump, or the jump counts as half a lease.
      await pass(measures ? 20 : 0, other)
      expect(await rowsOf(other, 1)).toEqual([])
      await pass(measures ? 10 : 30, other)
      expect(await rowsOf(other, 1)).toEqual([0])
    },
  )
})

describe.for(back)('a clock that is set back by %i ms', (by) => {
  test('before a restart does not change the due times of rows, except that the time in between does not count', async () => {
    const { join, pass, jump } = createSettable()
    const first = await join()
    await rowsOf(first, 4)
    await first.append(postponed(0, minute))
    await first.append({ is: 'created', row: 1, upgradeId: guidOf(7), adopted: false, dueIn: 0, calls: [] })
    await first.append(postponed(2, 1_440 * minute))
    await first.append(postponed(3, 1_440 * minute))
    await first.close()
    jump(by)
    const second = await join()
    await pass(1, second)
    expect(await second.claim('follow', 1)).toMatchObject({ work: [{ age: 0 }] })
    await pass(50, second)
    expect(await rowsOf(second, 1)).toEqual([])
    await pass(10, second)
    expect(await rowsOf(second, 1)).toEqual([0])
  })

  test('is detected even without a monotonic clock: no row is due early, or late by more than one renewal', async () => {
    const { join, pass, jump } = createSettable(false)
    const [store, other] = [await join(), await join()]
    await rowsOf(store, 1)
    await store.append(postponed(0, minute))
    await rowsOf(store, 3)
    await pass(20, store, other)
    jump(by)
    await pass(30, store, other)
    expect(await rowsOf(store, 1)).toEqual([])
    await pass(20, store, other)
    expect(await rowsOf(other, 1)).toEqual([0])
  })
})

test('all workers agree on the time, whichever of them noticed that the clock was set', async () => {
  const { join, pass, jump } = createSettable(false)
  const [one, two] = [await join(), await join()]
  await rowsOf(one, 4)
  jump(1_440 * minute)
  await one.renew()
  // Only one of them has written while the clock was ahead.
  jump(-1_440 * minute)
  await pass(1, two)
  await pass(1, two)
  await one.append(postponed(0, minute))
  const three = await join()
  await pass(50, one, two, three)
  for (const store of [one, two, three]) expect(await rowsOf(store, 1)).toEqual([])
  await pass(10, one, two, three)
  expect(await rowsOf(three, 1)).toEqual([0])
})

test('a worker that is delayed before it writes makes no row due early', async () => {
  const { join, pass, clock } = createSettable(false)
  const real = await join()
  await rowsOf(real, 4)
  await real.append(postponed(0, minute))
  const heldUp = await join()
  await pass(10, real)
  // It reads the clock long before its line is written.
  const late = clock.now
  clock.now = () => late() - 9_000
  await heldUp.renew()
  clock.now = late
  await pass(40, real, heldUp)
  expect(await rowsOf(real, 1)).toEqual([])
  await pass(10, real, heldUp)
  expect(await rowsOf(real, 1)).toEqual([0])
})
