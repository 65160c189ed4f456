import { createClock } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createTenantGate } from './tenant-gate.ts'
import type { Turns } from './turns.ts'

/** A gate, the numbers of turns it asked for, and the times at which requests passed. */
function setUp(give: (count: number, now: number) => Turns | Error) {
  const real = createClock({ auto: true })
  const clock = { ...real, elapsed: real.now }
  const begin = clock.now()
  const asked: number[] = []
  const passed: number[] = []
  const gate = createTenantGate(clock, async (count) => {
    asked.push(count)
    const given = give(count, clock.now() - begin)
    if (given instanceof Error) throw given
    return given
  })
  const pass = async (signal?: AbortSignal): Promise<void> => {
    if (!gate.pass()) await gate.wait(signal)
    passed.push(clock.now() - begin)
  }
  return { gate, asked, passed, pass }
}

test('requests pass at their turns, and the gate asks for one turn per waiting request', async () => {
  const { pass, passed, asked } = setUp((taken) => ({ taken, wait: 100, pace: 25 }))
  await Promise.all([pass(), pass(), pass()])
  expect(passed).toEqual([100, 200, 225])
  expect(asked.slice(0, 2)).toEqual([1, 2])
})

test('without a free turn, the gate asks again when there may be one', async () => {
  const { pass, passed } = setUp((taken, now) => ({
    taken: now < 5_000 ? 0 : taken,
    wait: now < 5_000 ? 5_000 : 0,
    pace: 1,
  }))
  await pass()
  expect(passed).toEqual([5_000])
})

test('a 429 closes the gate at once, even for turns that were given out before', async () => {
  const { gate, pass, passed } = setUp((taken) => ({ taken, wait: 0, pace: 100 }))
  await pass()
  gate.close(57_000)
  await pass()
  expect(passed).toEqual([0, 57_000])
})

test('a request that stops waiting takes no turn', async () => {
  const { pass, passed } = setUp((taken) => ({ taken, wait: 1_000, pace: 1_000 }))
  const controller = new AbortController()
  const [left, stayed] = [pass(controller.signal), pass()]
  controller.abort(new Error('enough'))
  await expect(left).rejects.toThrow('enough')
  await stayed
  expect(passed).toHaveLength(1)
  await expect(pass(AbortSignal.abort(new Error('no')))).rejects.toThrow('no')
})

test('no request passes until the database answers', async () => {
  let failures = 3
  const { pass, passed } = setUp((taken) => (failures-- > 0 ? new Error('gone') : { taken, wait: 0, pace: 1 }))
  await pass()
  expect(passed).toEqual([3_000])
})
