import { expect, test } from 'vitest'
import type { Problem } from './model.ts'
import { type Check, toProblem, toValidate } from './to-validate.ts'

type Failure = Parameters<typeof toProblem>[0]

// The failures have the form of Ajv's errors.
test.each<[Omit<Failure, 'instancePath'>, Omit<Problem, 'keyword'>]>([
  [
    { keyword: 'minimum', message: 'must be >= 1', params: { limit: 1 } },
    { pointer: '/a', message: 'must be >= 1' },
  ],
  [
    { keyword: 'false schema', params: {} },
    { pointer: '/a', message: 'is not valid' },
  ],
  [
    { keyword: 'additionalProperties', message: 'must NOT have more', params: { additionalProperty: 'b' } },
    { pointer: '/a/b', message: 'must not be present' },
  ],
  [
    { keyword: 'unevaluatedProperties', message: 'must NOT have more', params: { unevaluatedProperty: '~b/c~/' } },
    { pointer: '/a/~0b~1c~0~1', message: 'must not be present' },
  ],
  [
    { keyword: 'enum', message: 'must be one', params: { allowedValues: ['a', 1, null] } },
    { pointer: '/a', message: 'must be one of "a", 1, null' },
  ],
  [
    { keyword: 'enum', message: 'must be one', params: {} },
    { pointer: '/a', message: 'must be one' },
  ],
  [
    { keyword: 'type', message: 'must be string,null', params: { type: ['string', 'null'] } },
    { pointer: '/a', message: 'must be string or null' },
  ],
  [
    { keyword: 'type', message: 'must be string', params: { type: 'string' } },
    { pointer: '/a', message: 'must be string' },
  ],
  [
    { keyword: 'const', message: 'must be equal', params: { allowedValue: { a: 1 } } },
    { pointer: '/a', message: 'must be {"a":1}' },
  ],
  [
    { keyword: 'other', message: 'must be', params: { allowedValues: [1], type: ['string'], allowedValue: 1 } },
    { pointer: '/a', message: 'must be' },
  ],
])('The failure %j becomes the problem %j', (failure, problem) => {
  expect(toProblem({ instancePath: '/a', ...failure })).toEqual({ keyword: failure.keyword, ...problem })
})

const checkThat = (answer: () => boolean, errors: NonNullable<Check['errors']> | null = null): Check =>
  Object.assign(answer, { errors })

test('A valid value has no problems, even if an earlier value had some', () => {
  const errors = [{ instancePath: '', keyword: 'type', message: 'must be string', params: {} }]
  expect(toValidate(checkThat(() => true, errors))('a')).toEqual([])
  expect(toValidate(checkThat(() => false, errors))(1)).toEqual([
    { pointer: '', keyword: 'type', message: 'must be string' },
  ])
  expect(toValidate(checkThat(() => false, null))(1)).toEqual([])
})

test('A value nested deeper than the stack is a problem, and any other error is thrown', () => {
  const fail = (error: Error): Check =>
    checkThat(() => {
      throw error
    })
  expect(toValidate(fail(new RangeError('Maximum call stack size exceeded')))([[[]]])).toEqual([
    { pointer: '', keyword: 'depth', message: 'is nested too deeply to be checked' },
  ])
  expect(() => toValidate(fail(new TypeError('a mistake')))([])).toThrow('a mistake')
})
