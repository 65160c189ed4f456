import { expect, test } from 'vitest'
import { toText } from '../index.ts'

test.for<[value: unknown, text: string | undefined]>([
  ['The customer has no subscription.', 'The customer has no subscription.'],
  [undefined, undefined],
  [null, undefined],
  ['', undefined],
  [0, '0'],
  [false, 'false'],
  [{ code: 1, text: 'No.' }, '{"code":1,"text":"No."}'],
  [['a', 'b'], '["a","b"]'],
  ['x'.repeat(1_025), 'x'.repeat(1_024)],
])('%j is displayed as %j', ([value, text]) => {
  expect(toText(value)).toBe(text)
})
