import { expect, test } from 'vitest'
import { createLearntTexts } from './learnt-texts.ts'

function without(learnt: readonly string[], text: string): string {
  const texts = createLearntTexts()
  for (const each of learnt) texts.add(each)
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
])('%j is removed from %s', ([learnt, text, expected]) => {
  expect(without(learnt, text)).toBe(expected)
})
