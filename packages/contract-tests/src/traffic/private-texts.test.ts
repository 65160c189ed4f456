import { expect, test } from 'vitest'
import { createPrivateTexts } from './private-texts.ts'

function without(known: readonly string[], text: string): string {
  const texts = createPrivateTexts()
  for (const each of known) texts.add(each)
  return texts.remove(text, '*')
}

test.for<[readonly string[], string, string]>([
  [[], 'Contoso', 'Contoso'],
  [['Contoso'], 'CONTOSO, contoso: Contosos', '*, *: *s'],
  [['Contoso', 'Contoso Ltd'], 'Contoso Ltd and Contoso', '* and *'],
  [['contoso', 'soft drinks'], 'Contosoft drinks', '*'],
  [['abcd', 'cdef', 'efgh'], 'xabcdefghx', 'x*x'],
  [['abab'], 'abababab', '*'],
  [['ab', '   ', 'a b'], 'a b ab', 'a b ab'],
  [['Straße'], 'STRASSE Straße', 'STRASSE *'],
  [['istanbul'], 'İ of Istanbul', '*'],
])('%j is removed from %s', ([known, text, expected]) => {
  expect(without(known, text)).toBe(expected)
})
