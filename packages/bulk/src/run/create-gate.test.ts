import { expect, test } from 'vitest'
import { CreateHeldError, createGate } from './create-gate.ts'

test('a place is taken for each row, and is free again if its create was not started', () => {
  const gate = createGate({ limit: 2 })
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

test('beyond the limit, no create may start, whoever asks', () => {
  const gate = createGate({ limit: 1 })
  gate.admit(0)
  expect(() => gate.admit(1)).toThrow(CreateHeldError)
  expect(gate).toMatchObject({ started: 1, exhausted: true })
})
