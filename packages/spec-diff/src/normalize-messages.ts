import { isObject, type JsonObject, objectAt } from './json.ts'
import { mediaTypeKey } from './media-type-key.ts'
import { type ValueKind, writtenAs } from './parameter-style.ts'
import { dereference } from './reference.ts'

/** What the messages of a document are made plain with. */
export interface MessageContext {
  /** The document that references point into. */
  readonly document: JsonObject
  /** Normalizes a schema. */
  readonly normalize: (schema: unknown) => JsonObject
  /** The kinds of values that a normalized schema allows. */
  readonly kindsOf: (schema: JsonObject | undefined) => readonly ValueKind[]
}

/** Header parameters that OpenAPI has ignored: other parts of the document say what they hold. */
const ignoredInRequests: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization'])

/** Parameters by where they are and what they are called; those of the path by their order, as their names are never sent. */
export function normalizeParameters(
  path: string,
  parameters: readonly JsonObject[],
  parts: MessageContext,
): JsonObject {
  const inPath = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name)
  return Object.fromEntries(
    parameters
      .map((reference) => dereference(parts.document, reference))
      .filter((parameter) => parameter.in !== 'header' || !ignoredInRequests.has(String(parameter.name).toLowerCase()))
      .map((parameter) => {
        const name = String(parameter.name)
        const place = String(parameter.in)
        const key = place === 'path' ? inPath.indexOf(name) + 1 : place === 'header' ? name.toLowerCase() : name
        return [`${place} ${key}`, { ...normalizeValue(parameter, parts), name }]
      }),
  )
}

/** What a parameter and a header of a response have in common. The schema of `content` is that of the value; how it is written is apart. */
function normalizeValue(value: JsonObject, parts: MessageContext): JsonObject {
  const { schema, content, required, deprecated, style, explode, allowReserved, allowEmptyValue, ...rest } = value
  const { in: place, ...others } = rest
  const [media] = Object.values(objectAt({ content }, 'content')).map((each) => dereference(parts.document, each))
  const { schema: inContent, ...beside } = media ?? {}
  const said = schema ?? inContent
  const plain = said === undefined ? undefined : parts.normalize(said)
  return {
    ...beside,
    ...others,
    required: required === true,
    deprecated: deprecated === true,
    ...(plain !== undefined && { schema: plain }),
    written: writtenAs(
      { ...value, ...(isObject(content) && { content: normalizeContent(content, parts) }) },
      parts.kindsOf(plain),
    ),
    // These two say something of a query only.
    ...(place === 'query' && allowReserved === true && { allowReserved }),
    ...(place === 'query' && allowEmptyValue === true && { allowEmptyValue }),
  }
}

/** The body of a request. */
export function normalizeRequestBody(reference: unknown, parts: MessageContext): JsonObject {
  const { required, content, ...rest } = dereference(parts.document, reference)
  return { ...rest, required: required === true, content: normalizeContent(content, parts) }
}

/** A response, with its headers by their name in lower case. */
export function normalizeResponse(reference: unknown, parts: MessageContext): JsonObject {
  const { headers, content, ...rest } = dereference(parts.document, reference)
  const plain = Object.entries(objectAt({ headers }, 'headers'))
    // OpenAPI has this one ignored: `content` says what it holds.
    .filter(([name]) => name.toLowerCase() !== 'content-type')
    .map(([name, header]): [string, JsonObject] => [
      name.toLowerCase(),
      { ...normalizeValue(dereference(parts.document, header), parts), name },
    ])
  return { ...rest, headers: Object.fromEntries(plain), content: normalizeContent(content, parts) }
}

function normalizeContent(content: unknown, parts: MessageContext): JsonObject {
  const types = Object.entries(objectAt({ content }, 'content')).map(([type, reference]): [string, JsonObject] => {
    const { schema, ...rest } = dereference(parts.document, reference)
    return [mediaTypeKey(type), { ...rest, ...(schema !== undefined && { schema: parts.normalize(schema) }) }]
  })
  return Object.fromEntries(types)
}
