import { expect, test } from 'vitest'
import { parseAnswers, placeOf, unanswered, unneeded } from './answers.ts'

const answers = parseAnswers(`
| rule | where | answer |
|---|---|---|
| \`casing\` | \`*\` | The names are Microsoft's. |
| \`length\` | \`Fault.code\` \`*Collection.items\` | None is stated. |
`)

const finding = (rule: string, place: string) => ({ rule, place, message: 'something' })

test('a row answers a rule in its places', () => {
  expect(answers).toEqual([
    { rule: 'casing', places: ['*'], text: "The names are Microsoft's." },
    { rule: 'length', places: ['Fault.code', '*Collection.items'], text: 'None is stated.' },
  ])
})

test('a place is written without the segments that every path has', () => {
  expect(placeOf(['components', 'schemas', 'Fault', 'properties', 'code', 'oneOf', 1])).toBe('Fault.code.oneOf.1')
})

test.each([
  ['another rule', finding('order', 'Fault.code'), 1],
  ['the place itself', finding('length', 'Fault.code'), 0],
  ['a place below it', finding('length', 'Fault.code.items'), 1],
  ['another place', finding('length', 'Fault.data'), 1],
  ['a place with any beginning', finding('length', 'CustomerCollection.items'), 0],
  ['a place with only the same beginning', finding('length', 'CustomerCollection.item'), 1],
  ['any place', finding('casing', 'parameters.PageSize'), 0],
])('a finding is answered for its rule and place only: %s', (_, found, count) => {
  expect(unanswered([found], answers)).toHaveLength(count)
})

test('an answer without a finding is reported', () => {
  expect(unneeded([finding('casing', 'a'), finding('length', 'Fault.code')], answers)).toEqual([
    'length: *Collection.items',
  ])
})
