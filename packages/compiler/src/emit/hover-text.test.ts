import { expect, test } from 'vitest'
import { compileFiles, documentOf } from '../../test/fixture.ts'
import type { JsonObject } from '../grammar/json.ts'
import { hoverText } from './hover-text.ts'

const advice = 'Compare without regard to case.'
const document: JsonObject = {
  components: {
    schemas: {
      Status: { type: 'string', description: 'How it is.' },
      Code: { type: 'string', description: 'Which it is.', 'x-case-insensitive': true },
      Told: { type: 'string', description: `Which. ${advice}`, 'x-case-insensitive': true },
      Bare: { type: 'string', 'x-case-insensitive': true },
      Odd: true,
    },
  },
}
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` })

test.each<[string, JsonObject, string | undefined]>([
  ['has a description', { description: 'Mine.' }, undefined],
  ['has none', { type: 'string' }, undefined],
  ['has an empty description', { description: '', ...ref('Status') }, 'How it is.'],
  ['refers to one with a description', ref('Status'), 'How it is.'],
  ['has a description beside its reference', { ...ref('Status'), description: 'Mine.' }, undefined],
  ['may be null', { oneOf: [ref('Status'), { type: 'null' }] }, 'How it is.'],
  ['may be null by anyOf', { anyOf: [{ type: 'null' }, ref('Status')] }, 'How it is.'],
  ['is one of several', { oneOf: [ref('Status'), ref('Code')] }, undefined],
  ['has alternatives without references', { oneOf: [true, { type: 'string' }] }, undefined],
  ['refers to one that is true', ref('Odd'), undefined],
  ['has a broken reference', ref('None'), undefined],
  ['ignores case', { 'x-case-insensitive': true }, advice],
  ['ignores case, and has a description', { 'x-case-insensitive': true, description: 'Mine.' }, `Mine. ${advice}`],
  ['ignores case, and says so', { 'x-case-insensitive': true, description: `Mine. ${advice}` }, undefined],
  ['is case-sensitive', { 'x-case-insensitive': false }, undefined],
  ['refers to one that ignores case', ref('Code'), `Which it is. ${advice}`],
  ['refers to one that says that it ignores case', ref('Told'), `Which. ${advice}`],
  ['refers to one that ignores case without a description', ref('Bare'), advice],
  ['is described, and refers to one that ignores case', { ...ref('Code'), description: 'Mine.' }, `Mine. ${advice}`],
])('The text that an editor shows for a schema that %s', (_, schema, text) => {
  expect(hoverText(schema, document)).toBe(text)
})

test('The text becomes a comment of the types', async () => {
  const rest = `components:
  schemas:
    Status: { type: string, description: How it is. }
    Thing: { type: object, properties: { state: { $ref: '#/components/schemas/Status' } } }`
  const { files } = await compileFiles({ 'openapi.yaml': documentOf({ rest }) })
  expect(files.get('types.ts')).toMatch(/\/\*\* @description How it is\. \*\/\s+state\?:/)
})
