import { isObject, type Json, type JsonObject, objectAt } from '../grammar/json.ts'
import { isJsonMediaType } from '../runtime/media-types.ts'
import type { MediaType } from '../runtime/model.ts'
import { readAnswers, readExamples } from './example-object.ts'
import { type Printable, toCode } from './printable.ts'
import type { Reader } from './reader.ts'

/** Reads the media types of a body. */
export function readContent(
  owner: JsonObject,
  words: readonly string[],
  reader: Reader,
  use: Use,
): Readonly<Record<string, Printable<MediaType>>> {
  const content = objectAt(owner, 'content')
  const many = Object.keys(content).length > 1
  const entries = use === 'response' && reader.repairs.allowed ? checkable(content, reader) : Object.entries(content)
  return Object.fromEntries(
    entries.map(([name, entry]) => {
      const mediaType = isObject(entry) ? entry : {}
      return [name, readMediaType(name, mediaType, many ? [...words, name] : words, reader, use)] as const
    }),
  )
}

type Use = 'request' | 'response'

/** Omits the media types of a response that cannot be checked, if there is another one. */
function checkable(content: JsonObject, reader: Reader): readonly (readonly [string, Json])[] {
  const entries = Object.entries(content)
  const kept = entries.filter(([name, mediaType]) => {
    const schema = isObject(mediaType) ? mediaType.schema : undefined
    return schema === undefined || accepts(schema, name, reader) || isCheckable(name, schema, reader)
  })
  if (kept.length === 0) return entries
  for (const [name] of entries) {
    if (kept.some(([other]) => other === name)) continue
    reader.repairs.note('omitted', reader.bundle.origin(content, name), `a schema for \`${name}\` cannot be checked`)
  }
  return kept
}

function readMediaType(
  name: string,
  mediaType: JsonObject,
  words: readonly string[],
  reader: Reader,
  use: Use,
): Printable<MediaType> {
  if (!/^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+([ \t]*;.*)?$/.test(name)) {
    reader.complain(
      mediaType,
      undefined,
      `\`${name}\` is not a media type; write type/subtype, such as application/json`,
    )
  }
  const { schema } = mediaType
  const read = use === 'response' ? readAnswers : readExamples
  if (schema === undefined || accepts(schema, name, reader)) return { examples: read(mediaType, reader) }
  if (!isCheckable(name, schema, reader)) {
    reader.complain(
      mediaType,
      'schema',
      `a schema for \`${name}\` cannot be checked; describe a JSON media type, or text by \`type: string\``,
    )
    return { examples: {} }
  }
  const validate = toCode(`validators.${reader.validators.nameOf(schema, words)}`)
  return { validate, examples: read(mediaType, reader) }
}

/** Matches media ranges that include JSON. */
const mayBeJson = /^(\*|application|text)\/\*\s*(;|$)/i

/** Whether bodies of a media type can be checked. A wildcard may turn out to be JSON, and is checked then. */
function isCheckable(mediaType: string, schema: Json, reader: Reader): boolean {
  if (isJsonMediaType(mediaType) || /^(\*|application)\/\*/.test(mediaType)) return true
  return /^text\//i.test(mediaType) && reader.follow(schema).type === 'string'
}

/** Whether a schema accepts every body that is not JSON: any bytes or any text. */
function accepts(schema: Json, mediaType: string, reader: Reader): boolean {
  if (isJsonMediaType(mediaType)) return false
  if (!isObject(schema)) return schema === true
  const { type, format, ...rest } = reader.follow(schema)
  const decides = Object.keys(rest).some((keyword) => !silent.has(keyword) && !keyword.startsWith('x-'))
  if (decides) return false
  // A JSON body in a range may or may not be a string; binary content is always accepted.
  if (type === 'string') return format === 'binary' || (format === undefined && !mayBeJson.test(mediaType))
  return type === undefined
}

const silent = new Set([
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'contentMediaType',
  'contentEncoding',
  '$comment',
])
