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

// OpenAPI 3.1.1, section 4.8.23 (Reference Object): a description and a summary override those of the target.
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
])('%j resolves to %j', (value, whole) => {
  expect(dereference(value, document)).toEqual(whole)
})

test('A reference without overrides resolves to the target object itself, whose origin is known', () => {
  expect(dereference(ref('A'), document)).toBe(valueAt(document, ['components', 'responses', 'A']))
})
