import { expect, test } from 'vitest'
import { truncate } from './truncate.ts'

test('a text is truncated between characters, and then ends with an ellipsis', () => {
  expect(truncate('Contoso', 7)).toBe('Contoso')
  expect(truncate('Contoso!', 7)).toBe('Contos…')
  expect(truncate('Conto😀!', 7)).toBe('Conto…')
})

test('lone surrogates become U+FFFD', () => {
  expect(truncate('\ud83d a \ude00 b 😀', 100)).toBe('\ufffd a \ufffd b 😀')
})
