import {
  AuthenticationError,
  ConnectionError,
  ContractViolationError,
  FaultError,
  type PartnerCenterError,
  RequestAbortedError,
} from '@partner-upgrades/client'
import { describe, expect, test } from 'vitest'
import { classifyError } from './classify-error.ts'
import { CreateHeldError } from './create-gate.ts'
import { createTroubleWatch } from './trouble-watch.ts'

const hour = 3_600_000
const connection = new ConnectionError('cut')
const throttled = new FaultError('slow down', { status: 429 })
const rejected = new FaultError('no', { status: 400 })
const failed = new FaultError('failed', { status: 500 })
const refused = new AuthenticationError('mfa', { reason: 'mfa' })
const lost = new AuthenticationError('consent', { cause: { reason: 'consent' } })
const unreachable = new AuthenticationError('sign-in', { cause: { reason: 'connection' } })

/** A watch of a list with many open rows, on a clock that the test sets. */
function setUp(openRows = 100) {
  let time = 0
  const hopeless: PartnerCenterError[] = []
  const watch = createTroubleWatch({
    clock: { elapsed: () => time },
    outageLimit: hour,
    openRows: () => openRows,
    onHopeless: (error) => void hopeless.push(error),
  })
  const notice = (error: PartnerCenterError): boolean => watch.notice(classifyError(error))
  const times = (count: number, error: PartnerCenterError): readonly boolean[] =>
    Array.from({ length: count }, () => notice(error))
  const setTime = (to: number): void => {
    time = to
  }
  return { watch, hopeless, notice, times, setTime }
}

describe('an error is the row’s own', () => {
  test('only once other calls got a response, if it may affect every row', () => {
    const { watch, notice } = setUp()
    expect(notice(connection)).toBe(false)
    watch.outage.over()
    expect([notice(connection), notice(connection)]).toEqual([true, false])
  })

  test('if it can affect this row alone, unless there is an outage', () => {
    const { times, notice } = setUp()
    expect(notice(failed)).toBe(true)
    times(9, connection)
    expect(notice(failed)).toBe(false)
  })
})

test.for([
  ['the service itself responded', rejected],
  ['a response was invalid', new ContractViolationError('odd')],
  ['the run was stopped', new RequestAbortedError('stopped')],
  ['the create may not start now', new CreateHeldError('held', { unsent: true })],
  ['it was throttled', throttled],
] as const)('an error is not counted as the row’s own here if %s', ([, error]) => {
  const { watch, notice } = setUp()
  expect(notice(error)).toBe(false)
  expect(watch.cause).toBeUndefined()
})

test('a response of the service ends an outage, an abort does not', () => {
  const { watch, times, notice } = setUp()
  times(10, connection)
  notice(new RequestAbortedError('stopped'))
  expect(watch.outage.lasting).toBe(true)
  notice(rejected)
  expect(watch.outage.lasting).toBe(false)
})

test('the cause is the latest error that may affect all rows', () => {
  const { watch, notice } = setUp()
  notice(connection)
  notice(failed)
  expect(watch.cause).toBe(failed)
})

test('an outage is hopeless once it has lasted for longer than the limit', () => {
  const { hopeless, times, notice, setTime } = setUp()
  times(10, connection)
  setTime(hour)
  notice(connection)
  expect(hopeless).toEqual([])
  setTime(hour + 1)
  notice(connection)
  expect(hopeless).toEqual([connection])
})

test('a few failures over a long time are no outage', () => {
  const { hopeless, notice, setTime } = setUp()
  notice(connection)
  setTime(2 * hour)
  notice(connection)
  expect(hopeless).toEqual([])
})

test('throttling is hopeless once there was no other response for longer than the limit', () => {
  const { hopeless, notice, setTime } = setUp()
  notice(throttled)
  setTime(hour)
  notice(throttled)
  expect(hopeless).toEqual([])
  setTime(hour + 1)
  notice(throttled)
  expect(hopeless).toEqual([throttled])
})

test('a lost credential is hopeless at once', () => {
  const { hopeless, notice } = setUp()
  notice(lost)
  expect(hopeless).toEqual([lost])
})

test.for([
  [1, 3],
  [3, 3],
  [4, 4],
  [10, 10],
  [11, 10],
] as const)('with %i open rows, a token that never worked is hopeless after %i refusals', ([rows, tries]) => {
  const { hopeless, times, notice } = setUp(rows)
  times(tries - 1, refused)
  expect(hopeless).toEqual([])
  notice(refused)
  expect(hopeless).toEqual([refused])
})

test('a token that has worked is hopeless after ten refusals, however few rows are open', () => {
  const { watch, hopeless, times, notice } = setUp(1)
  watch.outage.over()
  times(9, refused)
  expect(hopeless).toEqual([])
  notice(refused)
  expect(hopeless).toEqual([refused])
})

test('a sign-in service that cannot be reached refuses no token', () => {
  const { hopeless, times } = setUp(1)
  times(20, unreachable)
  expect(hopeless).toEqual([])
})
