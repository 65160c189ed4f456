// Each message that the page quotes is one that the code prints today.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { calls } from './calls.ts'
import { commandLine } from './command-line.ts'
import { lists } from './lists.ts'
import { mockTests } from './mock-tests.ts'
import { messagesIn, type Symptoms, tells } from './symptoms.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/troubleshooting.md'), 'utf8')
const symptoms: Symptoms = { ...calls, ...mockTests, ...commandLine, ...lists }

test('the page explains each of the messages that are provoked here, once', () => {
  expect([...messagesIn(page)].sort()).toEqual(Object.keys(symptoms).sort())
})

// Some start a program, which is slow on a busy machine.
test.for(Object.entries(symptoms))('%s', { timeout: 60_000 }, async ([message, produce]) => {
  const text = await produce()
  expect(tells(text, message), text).toBe(true)
})

test('an ellipsis stands for any text between the same words', () => {
  expect(tells('The customer "contoso" is not a GUID.', 'The customer "…" is not a GUID.')).toBe(true)
  expect(tells('The customer is not a GUID.', 'The customer "…" is not a GUID.')).toBe(false)
  expect(tells('a GUID. The customer', 'The customer … a GUID.')).toBe(false)
})
