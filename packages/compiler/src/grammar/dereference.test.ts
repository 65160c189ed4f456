import { expect, test } from 'vitest'
import { dereference } from './dereference.ts'
import { type JsonObject, valueAt } from './json.ts'

const document: JsonObject = {
  components: {
    responses: {
      A: { description: 'A.', headers: {} },
      Alias: { $ref: '#/components/responses/A', summary: 'Short' },
      Odd: 'a text',
    },
  },
}
const ref = (name: string): JsonObject => ({ $ref: `#/components/responses/${name}` })

// OpenAPI 3.1.1, section 4.8.23 (Reference Object): a description and a summary override those of what is referred to.
test.each<[JsonObject, JsonObject]>([
  [{ description: 'Own.' }, { description: 'Own.' }],
  [ref('A'), { description: 'A.', headers: {} }],
  [
    { ...ref('A'), description: 'Mine.' },
    { description: 'Mine.', headers: {} },
  ],
  [ref('Alias'), { description: 'A.', headers: {}, summary: 'Short' }],
  [
    { ...ref('Alias'), summary: 'Shorter', description: 'Mine.' },
    { description: 'Mine.', headers: {}, summary: 'Shorter' },
  ],
  [ref('Odd'), {}],
  [ref('None'), {}],
])('%j stands for %j', (value, whole) => {
  expect(dereference(value, document)).toEqual(whole)
})

test('What is referred to without a word is the thing itself, whose place is known', () => {
  expect(dereference(ref('A'), document)).toBe(valueAt(document, ['components', 'responses', 'A']))
})
