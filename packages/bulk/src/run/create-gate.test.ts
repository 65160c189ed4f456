import { createClock } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { type CreateGate, CreateHeldError, createGate } from './create-gate.ts'

const clock = createClock()

/** The error that keeps a create from starting. */
function refusalOf({ admit }: CreateGate): unknown {
  try {
    admit(1)
    return undefined
  } catch (error) {
    expect(error).toBeInstanceOf(CreateHeldError)
    return error
  }
}

test('each row reserves a place, which is freed if its create was not started', () => {
  const gate = createGate({ limit: 2 }, clock)
  gate.reserve(0)
  gate.reserve(1)
  expect(gate.room()).toBe(0)
  gate.release(0)
  expect(gate.room()).toBe(1)
  gate.admit(1)
  gate.release(1)
  expect(gate.room()).toBe(1)
  expect(gate.exhausted).toBe(false)
})

test('beyond the limit, no create may start', () => {
  const gate = createGate({ limit: 1 }, clock)
  gate.admit(0)
  expect(refusalOf(gate)).toMatchObject({ message: 'The limit of this run is reached', unsent: true })
  expect(gate).toMatchObject({ started: 1, exhausted: true })
})

test('outside the schedule, no create may start and no place is free', () => {
  const time = createClock({ start: '2026-01-01T05:59:59Z' })
  const gate = createGate({ between: { from: 1_320, to: 360, timeZone: 'UTC' } }, time)
  gate.reserve(0)
  gate.admit(0)
  time.advance('1s')
  expect(gate.room()).toBe(0)
  expect(refusalOf(gate)).toMatchObject({ message: 'The schedule lets no create start now', unsent: true })
  expect(gate.closedUntil()).toBe(Date.parse('2026-01-01T22:00Z'))
  time.advance('16h')
  expect(gate.closedUntil()).toBeUndefined()
  gate.admit(1)
  expect(gate).toMatchObject({ started: 2, exhausted: false })
})
