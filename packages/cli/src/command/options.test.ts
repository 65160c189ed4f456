import { InvalidArgumentError } from 'commander'
import { expect, test } from 'vitest'
import { countOption, examples, familyOption, parseCustomer, parseUpgrade, timeOption } from './options.ts'

test.for(['1', '9', '16', '999999'])('%s is a count', (text) => {
  expect(countOption('--count <number>', '').parseArg?.(text, undefined)).toBe(Number(text))
})

test.for(['0', '01', '-1', '+1', '1.5', '1e3', 'x1', '1x', ' 1', '', '1000000'])('%j is not a count', (text) => {
  const parse = () => countOption('--count <number>', '').parseArg?.(text, undefined)
  expect(parse).toThrow(new InvalidArgumentError('Use a whole number of 1 or more.'))
})

test('a time is given with its unit', () => {
  const { parseArg } = timeOption('--time <time>', '')
  expect(parseArg?.('2m', undefined)).toBe(120_000)
  const message = 'A time is a number and a unit, such as 500ms, 30s or 2m.'
  for (const text of ['2', '0s', 'm']) expect(() => parseArg?.(text, undefined)).toThrow(message)
})

test('a product family is plain text, and Azure unless another one is given', () => {
  const { parseArg, defaultValue } = familyOption()
  expect(defaultValue).toBe('Azure')
  expect(parseArg?.('Windows 365~!', undefined)).toBe('Windows 365~!')
  const message = 'A product family is plain text, such as Azure.'
  for (const text of ['', 'é', 'éa', 'aé', 'a\n', '\u007f']) expect(() => parseArg?.(text, undefined)).toThrow(message)
})

test('IDs are GUIDs, and the error names which one is not', () => {
  const id = '4c721420-72ad-4708-a0a7-371a2f7b0969'
  expect([parseCustomer(id), parseUpgrade(id)]).toEqual([id, id])
  expect(() => parseCustomer('x')).toThrow('The customer "x" is not a GUID.')
  const advice = ['Use its ID, with hyphens and without braces: 4c721420-72ad-4708-a0a7-371a2f7b0969']
  expect(() => parseUpgrade('x')).toThrow(
    expect.objectContaining({ message: 'The upgrade "x" is not a GUID.', advice, exitCode: 2 }),
  )
})

test('examples are aligned in two columns', () => {
  expect(examples(['one', ''], ['three', 'with a purpose'])).toBe(
    '\nExamples:\n  $ partner-upgrades one\n  $ partner-upgrades three  with a purpose',
  )
})
