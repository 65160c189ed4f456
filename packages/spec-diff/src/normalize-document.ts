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

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/**
 * Rewrites a document for the comparison: each operation gets what many share (servers, security, parameters), and lists whose order means
 * nothing become maps. The fault codes of our specification (`x-faults`) are kept.
 *
 * @throws {DocumentError} if a reference cannot be resolved.
 */
export function normalizeDocument(document: JsonObject): JsonObject {
  const schemas = createSchemaNormalizer(document)
  const parts = { document, normalize: schemas.normalize }
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
    beyond: { webhooks, jsonSchemaDialect },
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
    deprecated: rest.deprecated === true,
    path,
    parameters: normalizeParameters(
      path,
      [...objectsAt(item, 'parameters'), ...objectsAt(operation, 'parameters')],
      parts,
    ),
    ...(requestBody !== undefined && { requestBody: normalizeRequestBody(requestBody, parts) }),
    responses: mapObject(objectAt(operation, 'responses'), (response) => normalizeResponse(response, parts)),
    security: normalizeSecurity(document, security ?? document.security),
    servers: Object.fromEntries(reachable.filter(isObject).map(({ url, ...about }) => [String(url), about])),
  }
}
