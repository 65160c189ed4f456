import { type JsonObject, objectAt } from '../json.ts'
import { dereferenced } from './read-document.ts'

/** What the messages of a document are made plain with. */
export interface MessageParts {
  readonly document: JsonObject
  readonly toPlain: (schema: unknown) => JsonObject
}

/** Parameters by where they are and what they are called; those of the path by their order, as their names are never sent. */
export function toPlainParameters(path: string, parameters: readonly JsonObject[], parts: MessageParts): JsonObject {
  const inPath = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)
  return Object.fromEntries(
    parameters.map((reference) => {
      const parameter = dereferenced(parts.document, reference)
      const name = String(parameter.name)
      const place = String(parameter.in)
      const key = place === 'path' ? inPath.indexOf(name) + 1 : place === 'header' ? name.toLowerCase() : name
      return [`${place} ${key}`, { ...toPlainValue(withoutStyle(parameter), parts), name }]
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
function toPlainValue(value: JsonObject, parts: MessageParts): JsonObject {
  const { schema, content, required, deprecated, ...rest } = value
  return {
    ...rest,
    required: required === true,
    deprecated: deprecated === true,
    ...(schema !== undefined && { schema: parts.toPlain(schema) }),
    content: toPlainContent(content, parts),
  }
}

/** The body of a request. */
export function toPlainBody(reference: unknown, parts: MessageParts): JsonObject {
  const { required, content, ...rest } = dereferenced(parts.document, reference)
  return { ...rest, required: required === true, content: toPlainContent(content, parts) }
}

/** A response, with its headers by their name in lower case. */
export function toPlainResponse(reference: unknown, parts: MessageParts): JsonObject {
  const { headers, content, ...rest } = dereferenced(parts.document, reference)
  const plain = Object.entries(objectAt({ headers }, 'headers')).map(([name, header]): [string, JsonObject] => [
    name.toLowerCase(),
    { ...toPlainValue(dereferenced(parts.document, header), parts), name },
  ])
  return { ...rest, headers: Object.fromEntries(plain), content: toPlainContent(content, parts) }
}

function toPlainContent(content: unknown, parts: MessageParts): JsonObject {
  const types = Object.entries(objectAt({ content }, 'content')).map(([type, reference]): [string, JsonObject] => {
    const { schema, ...rest } = dereferenced(parts.document, reference)
    const [name = type] = type.toLowerCase().split(';')
    return [name.trim(), { ...rest, ...(schema !== undefined && { schema: parts.toPlain(schema) }) }]
  })
  return Object.fromEntries(types)
}
