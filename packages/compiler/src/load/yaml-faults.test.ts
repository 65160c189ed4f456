import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { isSameKey, yamlFaults } from './yaml-faults.ts'

function faultsOf(text: string): readonly string[] {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: isSameKey })
  return yamlFaults(document, text).map(({ offset, message }) => `${offset} ${message}`)
}

const twice = (key: string): string => `\`${key}\` appears twice in the same mapping; keep one`
const without = (name: string): string =>
  `does not parse: Nothing before the alias *${name} has the anchor &${name}; correct the YAML`
const merge = '`<<` is a merge key, which YAML 1.2 and thus OpenAPI do not have; write out what it merges'

// YAML 1.2.2, sections 3.2.1.3 (keys are unique), 7.1 (aliases) and 9.2 (several documents).
test.each<[string, readonly string[]]>([
  ['a: 1\nb: { a: 1 }\nc: [{ a: 1 }, { a: 1 }]', []],
  ['a: &x 1\nb: [*x, { c: *x }]', []],
  ['a: &x 1\nb: &x 2\nc: *x', []],
  ['\'<<\': 1\n"<": 2', []],
  ['a: <<', []],
  ['a: 1\na: 2', [`5 ${twice('a')}`]],
  ['{ a: 1, b: 2, a : 3 }', [`14 ${twice('a')}`]],
  ["a b: 1\n'a b': 2", [`7 ${twice('a b')}`]],
  ['"a:b": 1\n\'a:b\': 2', [`9 ${twice('a:b')}`]],
  ["200: 1\n'200': 2", [`7 ${twice('200')}`]],
  ['a: *x', [`3 ${without('x')}`]],
  ['a: *x\nb: &x 1\nc: *y', [`3 ${without('x')}`, `17 ${without('y')}`]],
  ['a: &x { b: [*x] }', ['12 *x is part of the node that &x anchors, which would never end; write it out']],
  ['<<: { a: 1 }\nb: { <<: 1 }', [`0 ${merge}`, `18 ${merge}`]],
  ['a: 1\n---\nb: 2', ['5 begins another YAML document; a description must be one, remove the rest']],
  ['a: [1', [expect.stringMatching(/^5 does not parse: .+; correct the YAML$/)]],
])('the YAML %j has the faults %j', (text, faults) => {
  expect(faultsOf(text)).toEqual(faults)
})

test('Aliases may expand to as many values as the largest descriptions have, and no more', () => {
  const large = (count: number): string => `a: &x [${'1,'.repeat(4_999)}1]\nb: [${'*x,'.repeat(count)}]`
  // The anchored list has 5001 values including itself, and each alias adds as many.
  expect(faultsOf(large(998))).toEqual([])
  expect(faultsOf(large(999))).toEqual([
    '6 has aliases that expand to more than 5000000 values in this document; use fewer',
  ])
})
