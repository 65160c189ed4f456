import { expect, test } from 'vitest'
import { compileFiles, documentOf, the } from '../../test/fixture.ts'

const advice = 'Compare without regard to case.'

/** The comment that an editor shows of a property. */
async function commentOn(
  property: string,
  status = 'type: string, description: How it is.',
): Promise<string | undefined> {
  const rest = `components:
  schemas:
    Status: { ${status} }
    Thing: { type: object, properties: { state: ${property} } }`
  const { files } = await compileFiles({ 'openapi.yaml': documentOf({ rest }) })
  const [, comment] = /(?:\/\*\* @description (.*) \*\/\s+)?state\?:/.exec(the(files.get('types.ts'))) ?? []
  return comment
}

const reference = "{ $ref: '#/components/schemas/Status' }"
const ignoresCase = 'type: string, description: How it is., x-case-insensitive: true'

test.for<[string, string, string | undefined, string]>([
  ['has its own description', `{ $ref: '#/components/schemas/Status', description: Mine. }`, undefined, 'Mine.'],
  ['has none, and refers to a schema that has one', reference, undefined, 'How it is.'],
  ['may be null', `{ oneOf: [${reference}, { type: 'null' }] }`, undefined, 'How it is.'],
  ['ignores case itself', '{ type: string, x-case-insensitive: true }', undefined, advice],
  ['refers to a schema that ignores case', reference, ignoresCase, `How it is. ${advice}`],
  ['says so already', reference, ignoresCase.replace('is.', `is. ${advice}`), `How it is. ${advice}`],
])('the comment on a property that %s', async ([, property, status, expected]) => {
  expect(await commentOn(property, status)).toBe(expected)
})

test('a property that is one of several schemas, or refers to nothing described, has no comment', async () => {
  expect(await commentOn(`{ oneOf: [${reference}, { $ref: '#/components/schemas/Thing' }] }`)).toBeUndefined()
  expect(await commentOn(reference, 'type: string')).toBeUndefined()
})
