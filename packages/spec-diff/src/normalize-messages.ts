import { type JsonObject, objectAt } from './json.ts'
import { dereference } from './reference.ts'

/** What the messages of a document are made plain with. */
export interface MessageContext {
  /** The document that references point into. */
  readonly document: JsonObject
  /** Normalizes a schema. */
  readonly normalize: (schema: unknown) => JsonObject
}

/** Parameters by where they are and what they are called; those of the path by their order, as their names are never sent. */
export function normalizeParameters(
  path: string,
  parameters: readonly JsonObject[],
  parts: MessageContext,
): JsonObject {
  const inPath = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name)
  return Object.fromEntries(
    parameters.map((reference) => {
      const parameter = dereference(parts.document, reference)
      const name = String(parameter.name)
      const place = String(parameter.in)
      const key = place === 'path' ? inPath.indexOf(name) + 1 : place === 'header' ? name.toLowerCase() : name
      return [`${place} ${key}`, { ...normalizeValue(withoutStyle(parameter), parts), name }]
    }),
  )
}

/** How values are written is often said only where it is not as usual. */
function withoutStyle(parameter: JsonObject): JsonObject {
  const { style, explode, allowReserved, in: place, ...rest } = parameter
  const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple'
  const written = style ?? usual
  return {
    ...rest,
    ...(written !== usual && { style: written }),
    ...(explode !== undefined && explode !== (written === 'form') && { explode }),
    ...(allowReserved === true && { allowReserved }),
  }
}

/** What a parameter and a header of a response have in common. */
function normalizeValue(value: JsonObject, parts: MessageContext): JsonObject {
  const { schema, content, required, deprecated, ...rest } = value
  return {
    ...rest,
    required: required === true,
    deprecated: deprecated === true,
    ...(schema !== undefined && { schema: parts.normalize(schema) }),
    content: normalizeContent(content, parts),
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
  const plain = Object.entries(objectAt({ headers }, 'headers')).map(([name, header]): [string, JsonObject] => [
    name.toLowerCase(),
    { ...normalizeValue(dereference(parts.document, header), parts), name },
  ])
  return { ...rest, headers: Object.fromEntries(plain), content: normalizeContent(content, parts) }
}

function normalizeContent(content: unknown, parts: MessageContext): JsonObject {
  const types = Object.entries(objectAt({ content }, 'content')).map(([type, reference]): [string, JsonObject] => {
    const { schema, ...rest } = dereference(parts.document, reference)
    const [name = type] = type.toLowerCase().split(';')
    return [name.trim(), { ...rest, ...(schema !== undefined && { schema: parts.normalize(schema) }) }]
  })
  return Object.fromEntries(types)
}
