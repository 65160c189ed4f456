import { isObject, type JsonObject, objectAt } from './json.ts'
import { mediaTypeKey } from './media-type-key.ts'
import { type ValueKind, writtenAs } from './parameter-style.ts'
import { dereference } from './reference.ts'

/** The context that the normalization of messages depends on. */
export interface MessageContext {
  /** The document that references point into. */
  readonly document: JsonObject
  /** Normalizes a schema. */
  readonly normalize: (schema: unknown) => JsonObject
  /** Returns the kinds of values that a normalized schema allows. */
  readonly kindsOf: (schema: JsonObject | undefined) => readonly ValueKind[]
}

/** Header parameters that OpenAPI ignores, since other parts of the document describe them. */
const ignoredInRequests: ReadonlySet<string> = new Set(['accept', 'content-type', 'authorization'])

/** Normalizes parameters, by location and name; those of the path by their position, since their names are never sent. */
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

/** Normalizes a parameter or response header. A schema in `content` counts as that of the value; the serialization is kept separately. */
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
    // These two only apply to query parameters.
    ...(place === 'query' && allowReserved === true && { allowReserved }),
    ...(place === 'query' && allowEmptyValue === true && { allowEmptyValue }),
  }
}

/** Normalizes a request body. */
export function normalizeRequestBody(reference: unknown, parts: MessageContext): JsonObject {
  const { required, content, ...rest } = dereference(parts.document, reference)
  return { ...rest, required: required === true, content: normalizeContent(content, parts) }
}

/** Normalizes a response, with its headers by their lower-case names. */
export function normalizeResponse(reference: unknown, parts: MessageContext): JsonObject {
  const { headers, content, ...rest } = dereference(parts.document, reference)
  const plain = Object.entries(objectAt({ headers }, 'headers'))
    // OpenAPI ignores this header, since `content` describes it.
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
