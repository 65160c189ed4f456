import { expect, test } from 'vitest'
import { createClock } from './clock.ts'
import { nextTask } from './next-task.ts'

test('a clock starts at a fixed instant and stands still', () => {
  expect(createClock().now()).toBe(createClock().now())
  expect(createClock({ start: '2019-08-29T23:47:28.852Z' }).now()).toBe(Date.UTC(2019, 7, 29, 23, 47, 28, 852))
})

test('the clock advances by milliseconds or by a duration such as 1h', () => {
  const clock = createClock({ start: 0 })
  clock.advance(500)
  clock.advance('10m')
  expect(clock.now()).toBe(600_500)
})

test('a sleeper wakes at its time, not before', async () => {
  const clock = createClock()
  const woken: string[] = []
  void clock.sleep(1_000).then(() => woken.push('one second'))
  clock.advance(999)
  await nextTask()
  expect(woken).toEqual([])
  clock.advance(1)
  await nextTask()
  expect(woken).toEqual(['one second'])
})

test('sleepers wake in the order of their times, and equal ones in the order they started', async () => {
  const clock = createClock()
  const woken: string[] = []
  for (const [name, time] of [
    ['c', 30],
    ['a', 10],
    ['d', 30],
    ['b', 20],
  ] as const) {
    void clock.sleep(time).then(() => woken.push(name))
  }
  clock.advance(30)
  await nextTask()
  expect(woken).toEqual(['a', 'b', 'c', 'd'])
})

test('sleeping for zero milliseconds needs no advancing', async () => {
  await expect(createClock().sleep(0)).resolves.toBeUndefined()
})

test('an aborted sleep rejects with the reason of its signal, and is removed', async () => {
  const clock = createClock()
  const controller = new AbortController()
  const sleep = clock.sleep(1_000, controller.signal)
  controller.abort(new Error('enough'))
  await expect(sleep).rejects.toThrow('enough')
  await expect(clock.sleep(1_000, controller.signal)).rejects.toThrow('enough')
  clock.advance('1h')
})

test('an automatic clock lets an hour of polling pass at once', async () => {
  const clock = createClock({ start: 0, auto: true })
  for (let poll = 0; poll < 360; poll += 1) await clock.sleep(10_000)
  expect(clock.now()).toBe(3_600_000)
})

test('an automatic clock keeps two sleepers in step', async () => {
  const clock = createClock({ start: 0, auto: true })
  const log: string[] = []
  const beat = async (name: string, every: number, times: number) => {
    for (let count = 0; count < times; count += 1) {
      await clock.sleep(every)
      log.push(`${name}${clock.now()}`)
    }
  }
  await Promise.all([beat('a', 20, 3), beat('b', 30, 2)])
  expect(log).toEqual(['a20', 'b30', 'a40', 'b60', 'a60'])
})

test('a clock cannot start at an invalid time', () => {
  expect(() => createClock({ start: 'soon' })).toThrow('soon')
})

test('a clock may start before 1970', async () => {
  const clock = createClock({ start: '1960-01-01T00:00:00Z', auto: true })
  await Promise.all([clock.sleep(2_000), clock.sleep(1_000)])
  expect(clock.now()).toBe(Date.UTC(1960, 0, 1, 0, 0, 2))
})

test('a wait for a clock that stands still does not keep the process alive', async () => {
  // Counts only the timers that keep the process alive.
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
  const controller = new AbortController()
  const before = timers()
  const sleep = createClock().sleep(1_000, controller.signal)
  expect(timers()).toBe(before)
  controller.abort(new Error('enough'))
  await expect(sleep).rejects.toThrow('enough')
})

test('an aborted sleep does not affect another one', async () => {
  const clock = createClock()
  const controller = new AbortController()
  const [aborted, other] = [clock.sleep(1_000, controller.signal), clock.sleep(1_000)]
  controller.abort(new Error('enough'))
  await expect(aborted).rejects.toThrow('enough')
  clock.advance('1s')
  await other
})

test('an automatic clock advances again when code sleeps after it has been busy with something else', async () => {
  const clock = createClock({ start: 0, auto: true })
  await clock.sleep(1_000)
  for (let task = 0; task < 5; task += 1) await nextTask()
  await clock.sleep(2_000)
  expect(clock.now()).toBe(3_000)
})
