import { isArray, isObject, type JsonObject, mapObject, objectAt, objectsAt } from '../json.ts'
import { type MessageParts, toPlainBody, toPlainParameters, toPlainResponse } from './plain-messages.ts'
import { createPlainSchemas } from './plain-schemas.ts'
import { securityOf } from './plain-security.ts'
import { dereferenced } from './read-document.ts'

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/**
 * A document in the form in which two are compared: what stands once for many operations (servers, security, shared parameters) stands in
 * each, and lists whose order says nothing are maps. The fault codes of our specification come along.
 *
 * @throws {UsageError} if a reference cannot be followed.
 */
export function toPlainDocument(document: JsonObject): JsonObject {
  const schemas = createPlainSchemas(document)
  const parts = { document, toPlain: schemas.toPlain }
  const operations = Object.entries(objectAt(document, 'paths')).flatMap(([path, reference]) => {
    const item = dereferenced(document, reference)
    return methods
      .filter((method) => isObject(item[method]))
      .map((method): [string, JsonObject] => [
        `${method.toUpperCase()} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`,
        toPlainOperation(path, item, objectAt(item, method), parts),
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

function toPlainOperation(path: string, item: JsonObject, operation: JsonObject, parts: MessageParts): JsonObject {
  const { document } = parts
  const { requestBody, responses, parameters, security, servers, ...rest } = operation
  const reachable = [servers, item.servers, document.servers].find(isArray) ?? []
  return {
    ...(item.summary !== undefined && { summary: item.summary }),
    ...(item.description !== undefined && { description: item.description }),
    ...rest,
    deprecated: rest.deprecated === true,
    path,
    parameters: toPlainParameters(
      path,
      [...objectsAt(item, 'parameters'), ...objectsAt(operation, 'parameters')],
      parts,
    ),
    ...(requestBody !== undefined && { requestBody: toPlainBody(requestBody, parts) }),
    responses: mapObject(objectAt(operation, 'responses'), (response) => toPlainResponse(response, parts)),
    security: securityOf(document, security ?? document.security),
    servers: Object.fromEntries(reachable.filter(isObject).map(({ url, ...about }) => [String(url), about])),
  }
}
