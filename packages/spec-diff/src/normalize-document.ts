import { isArray, isObject, type JsonObject, mapObject, objectAt, objectsAt } from './json.ts'
import {
  type MessageContext,
  normalizeParameters,
  normalizeRequestBody,
  normalizeResponse,
} from './normalize-messages.ts'
import { dereference } from './reference.ts'
import { createSchemaNormalizer } from './schema-normalizer.ts'
import { normalizeSecurity } from './security-requirements.ts'
import { checkVersion } from './supported-version.ts'
import { valueKindsOf } from './value-kinds.ts'

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/**
 * Normalizes a document for the comparison: shared parts (servers, security, parameters) are copied into each operation, and lists whose
 * order is irrelevant become maps. The fault codes of our specification (`x-faults`) are kept.
 *
 * @throws {DocumentError} if its version is not OpenAPI 3.0 or 3.1, or if a reference cannot be resolved.
 */
export function normalizeDocument(document: JsonObject): JsonObject {
  checkVersion(document)
  const schemas = createSchemaNormalizer(document)
  const kindsOf = (schema: JsonObject | undefined) => valueKindsOf(schema, schemas.named)
  const parts = { document, normalize: schemas.normalize, kindsOf }
  const operations = Object.entries(objectAt(document, 'paths')).flatMap(([path, reference]) => {
    const item = dereference(document, reference)
    return methods
      .filter((method) => isObject(item[method]))
      .map((method): [string, JsonObject] => [
        `${method.toUpperCase()} ${path.replaceAll(/\{[^{}]*\}/g, '{}')}`,
        normalizeOperation(path, item, objectAt(item, method), parts),
      ])
  })
  const { openapi, paths, components, servers, security, info, webhooks, jsonSchemaDialect, ...rest } = document
  const { 'x-faults': faults, ...texts } = rest
  const { version, ...about } = objectAt(document, 'info')
  return {
    operations: Object.fromEntries(operations),
    faults: isObject(faults) ? faults : {},
    texts: { ...texts, info: about },
    beyond: { webhooks, jsonSchemaDialect, ...unknownMethods(document) },
    schemas: schemas.named,
  }
}

function normalizeOperation(path: string, item: JsonObject, operation: JsonObject, parts: MessageContext): JsonObject {
  const { document } = parts
  const { requestBody, responses, parameters, security, servers, ...rest } = operation
  const reachable = [servers, item.servers, document.servers].find(isArray) ?? []
  return {
    ...(item.summary !== undefined && { summary: item.summary }),
    ...(item.description !== undefined && { description: item.description }),
    ...rest,
    ...(isArray(rest.tags) && { tags: [...rest.tags].sort() }),
    deprecated: rest.deprecated === true,
    path,
    parameters: normalizeParameters(
      path,
      [...objectsAt(item, 'parameters'), ...objectsAt(operation, 'parameters')],
      parts,
    ),
    ...(requestBody !== undefined && { requestBody: normalizeRequestBody(requestBody, parts) }),
    responses: normalizeResponses(objectAt(operation, 'responses'), parts),
    security: normalizeSecurity(document, security ?? document.security),
    servers: Object.fromEntries(reachable.filter(isObject).map(({ url, ...about }) => [String(url), about])),
  }
}

/** Normalizes the responses, by status. Extensions among them only inform readers and are dropped. */
function normalizeResponses(responses: JsonObject, parts: MessageContext): JsonObject {
  const statuses = Object.entries(responses).filter(([status]) => !status.startsWith('x-'))
  return mapObject(Object.fromEntries(statuses), (response) => normalizeResponse(response, parts))
}

/** Finds the members of paths that these versions do not know, such as the method `query` of OpenAPI 3.2. */
function unknownMethods(document: JsonObject): JsonObject {
  const known = [...methods, '$ref', 'summary', 'description', 'servers', 'parameters']
  const found = Object.entries(objectAt(document, 'paths')).flatMap(([path, reference]) =>
    Object.entries(dereference(document, reference))
      .filter(([key]) => !known.includes(key) && !key.startsWith('x-'))
      .map(([key, value]): [string, unknown] => [`${key} ${path}`, value]),
  )
  return Object.fromEntries(found)
}
