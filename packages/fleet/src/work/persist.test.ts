import { createClock } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { DatabaseError } from '../errors.ts'
import { persist } from './persist.ts'

const lost = new DatabaseError('lost', 'The connection was lost.')

/** Work that fails a given number of times, and the failures that `persist` reports. */
function setUp(failures: number, signal: AbortSignal = new AbortController().signal) {
  const real = createClock({ auto: true })
  const told: unknown[] = []
  const clock = { ...real, elapsed: real.now }
  let left = failures
  const work = async (): Promise<string> => {
    if (left-- > 0) throw lost
    return 'done'
  }
  const begin = real.now()
  const run = (each = work, patience = Number.POSITIVE_INFINITY, grace?: number): Promise<string> =>
    persist(each, { clock, signal, patience, grace, onFailure: (error) => told.push(error) })
  return { run, told, passed: () => real.now() - begin }
}

test('work is retried until the database answers, at growing intervals', async () => {
  const { run, told, passed } = setUp(1_000)
  expect(await run()).toBe('done')
  expect(told).toHaveLength(1_000)
  expect(passed()).toBeGreaterThan(4_900_000)
})

test('an error that would recur is not retried', async () => {
  const { run, told } = setUp(0)
  const rights = new DatabaseError('rights', 'No.')
  await expect(run(() => Promise.reject(rights))).rejects.toBe(rights)
  expect(told).toEqual([])
})

test('a stopped worker retries for a while and then gives up', async () => {
  const { run, passed } = setUp(Number.POSITIVE_INFINITY, AbortSignal.abort())
  await expect(run()).rejects.toBe(lost)
  expect(passed()).toBeGreaterThanOrEqual(15_000)
  expect(passed()).toBeLessThan(30_000)
})

test('once the patience is used up, it fails with the last error', async () => {
  const { run, passed } = setUp(Number.POSITIVE_INFINITY)
  await expect(run(undefined, 30_000)).rejects.toBe(lost)
  expect(passed()).toBeGreaterThanOrEqual(30_000)
  expect(passed()).toBeLessThan(40_000)
})

test('without grace, a stopped worker gives up at once, even while it waits for the next attempt', async () => {
  const stopping = new AbortController()
  const { run, passed } = setUp(Number.POSITIVE_INFINITY, stopping.signal)
  let tries = 0
  const stopped = run(
    () => {
      if (++tries === 8) queueMicrotask(() => queueMicrotask(() => stopping.abort()))
      return Promise.reject(lost)
    },
    undefined,
    0,
  )
  await expect(stopped).rejects.toBe(lost)
  expect(tries).toBeLessThanOrEqual(9)
  expect(passed()).toBeLessThan(60_000)
})
