import { expect, test } from 'vitest'
import { documentOf, readFiles } from '../../test/fixture.ts'
import { objectAt } from '../grammar/json.ts'
import { readContent } from './media-type-object.ts'
import { codeText } from './printable.ts'

const rest = `components:
  schemas: { Text: { type: string, maxLength: 3 }, Bytes: { type: string, format: binary }, Thing: { type: object } }`

interface Content {
  /** The validator of each media type, if any. */
  readonly validators: Readonly<Record<string, string | undefined>>
  readonly said: readonly string[]
}

/** Reads the content of a response or request. */
function contentOf(content: string, use: 'request' | 'response' = 'response', repair = false): Content {
  const description = use === 'request' ? '' : ', description: Ok'
  const owners = use === 'request' ? 'requestBodies' : 'responses'
  const { reader, problems } = readFiles(
    { 'openapi.yaml': documentOf({ rest: `${rest}\n  ${owners}: { One: { content: ${content}${description} } }` }) },
    repair,
  )
  const owner = objectAt(objectAt(objectAt(reader.bundle.document, 'components'), owners), 'One')
  const entries = Object.entries(readContent(owner, ['one'], reader, use))
  return {
    validators: Object.fromEntries(
      entries.map(([name, { validate }]) => [name, validate && codeText(validate)?.replace('validators.', '')]),
    ),
    said: [
      ...problems().map(({ message }) => message),
      ...reader.repairs.list().map(({ kind, pointer, message }) => `${kind} ${pointer} ${message}`),
    ],
  }
}

// OpenAPI 3.1.1, section 4.8.14; RFC 6839, section 3.1; RFC 9110, section 12.5.1 (ranges).
test.each<[string, string, string | undefined]>([
  ['application/json', '{ type: object, minProperties: 1 }', 'one'],
  ['application/json', "{ $ref: '#/components/schemas/Thing' }", 'Thing'],
  ['application/json', '{ type: integer }', 'integer'],
  ['application/json', 'true', 'one'],
  ['application/vnd.a+json; charset=utf-8', '{ type: string }', 'string'],
  ['APPLICATION/JSON', '{ type: object }', 'object'],
  ['*/*', '{ type: boolean }', 'boolean'],
  ['application/*', '{ type: boolean }', 'boolean'],
  ['text/plain', '{ type: string, maxLength: 3 }', 'one'],
  ['TEXT/csv', "{ $ref: '#/components/schemas/Text' }", 'Text'],
  // Any bytes or any text are valid.
  ['text/plain', '{ type: string }', undefined],
  [
    'text/plain',
    '{ type: string, title: A, description: B, example: c, examples: [d], default: e, deprecated: true }',
    undefined,
  ],
  ['text/plain', '{ type: string, contentMediaType: a/b, contentEncoding: base64, $comment: A, x-a: 1 }', undefined],
  ['image/png', '{}', undefined],
  ['image/png', 'true', undefined],
  ['image/png', "{ $ref: '#/components/schemas/Bytes' }", undefined],
  ['*/*', '{ type: string, format: binary }', undefined],
  ['*/*', '{}', undefined],
  ['application/pdf', '{ type: string }', undefined],
  // A body that may be JSON is checked, since it need not be a string.
  ['*/*', '{ type: string }', 'string'],
  ['application/*', '{ type: string }', 'string'],
  ['text/*', '{ type: string }', 'string'],
  ['text/* ;q=1', '{ type: string }', 'string'],
])('A body of %s with the schema %s is checked by %s', (mediaType, schema, validator) => {
  const { validators, said } = contentOf(`{ '${mediaType}': { schema: ${schema} } }`, 'request')
  expect({ validators, said }).toEqual({ validators: { [mediaType]: validator }, said: [] })
})

const uncheckable = (type: string): string =>
  `a schema for \`${type}\` cannot be checked; describe a JSON media type, or text by \`type: string\``

test.each([
  ['application/xml', '{ type: object }'],
  ['application/xml', "{ $ref: '#/components/schemas/Thing' }"],
  ['image/png', '{ type: string, format: byte }'],
  ['image/png', '{ type: string, maxLength: 3 }'],
  ['image/png', 'false'],
  ['image/*', '{ type: object }'],
  ['text/csv', '{ type: object }'],
  ['text/csv', '{ minLength: 1 }'],
  ['application/jsonlines', '{ type: object }'],
  ['x/text/csv', '{ type: string, maxLength: 3 }'],
])('A body of %s cannot be checked by the schema %s', (mediaType, schema) => {
  expect(contentOf(`{ '${mediaType}': { schema: ${schema} } }`).said).toContain(uncheckable(mediaType))
})

test.each(['json', 'a/', '/b', 'a/b/c', 'a b/c', 'a/b c', 'x;a/b'])('%s is not a media type', (name) => {
  expect(contentOf(`{ '${name}': {} }`).said).toEqual([
    `\`${name}\` is not a media type; write type/subtype, such as application/json`,
  ])
})

test.each(['a/b', '*/*', 'a/*', 'a!#$&^_.+-9/b!#$&^_.+-9', 'a/b; c="d/e"', 'a/b ;c=d', 'a/b;'])(
  '%s is a media type',
  (name) => {
    expect(contentOf(`{ "${name.replaceAll('"', '\\"')}": {} }`).said).toEqual([])
  },
)

test('With several media types, validators without their own name are named after the media type', () => {
  const schema = '{ schema: { type: object, minProperties: 1 } }'
  const other = '{ schema: { type: object, minProperties: 2 } }'
  expect(contentOf(`{ application/json: ${schema}, text/json: ${other} }`).validators).toEqual({
    'application/json': 'oneApplicationJson',
    'text/json': 'oneTextJson',
  })
})

test('A response type that cannot be checked is omitted if there is another and repairs are allowed', () => {
  const both =
    '{ application/xml: { schema: { type: object } }, application/json: {}, image/png: { schema: {}, example: a } }'
  expect(contentOf(both, 'response', true)).toEqual({
    validators: { 'application/json': undefined, 'image/png': undefined },
    said: [
      'omitted /components/responses/One/content/application~1xml a schema for `application/xml` cannot be checked',
    ],
  })
  expect(contentOf(both, 'response').said).toEqual([uncheckable('application/xml')])
  const bodies = contentOf(both, 'request', true)
  expect(bodies.said).toEqual([uncheckable('application/xml')])
  expect(Object.keys(bodies.validators)).toHaveLength(3)
  const only = contentOf('{ application/xml: { schema: { type: object } } }', 'response', true)
  expect(only).toEqual({ validators: { 'application/xml': undefined }, said: [uncheckable('application/xml')] })
})
