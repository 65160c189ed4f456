import { isObject, type JsonObject, mapObject, objectAt } from './json.ts'
import { mediaTypeKeys, statusKeys } from './media-type-key.ts'

/**
 * Adds to each document the statuses and media types that only the other names explicitly, if a wider key covers them: `default` or `4XX`
 * for a status, a range for a media type. So a newly named key is compared with what described it before.
 */
export function alignDocuments(
  before: JsonObject,
  after: JsonObject,
): readonly [before: JsonObject, after: JsonObject] {
  return [aligned(before, after), aligned(after, before)]
}

function aligned(document: JsonObject, other: JsonObject): JsonObject {
  const others = objectAt(other, 'operations')
  const operations = Object.entries(objectAt(document, 'operations')).map(([key, operation]): [string, unknown] => [
    key,
    isObject(others[key]) && isObject(operation) ? alignedOperation(operation, others[key]) : operation,
  ])
  return { ...document, operations: Object.fromEntries(operations) }
}

function alignedOperation(operation: JsonObject, other: JsonObject): JsonObject {
  const responses = filled(objectAt(operation, 'responses'), objectAt(other, 'responses'), statusKeys)
  const otherResponses = filled(objectAt(other, 'responses'), objectAt(operation, 'responses'), statusKeys)
  return {
    ...operation,
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, response]) => [
        status,
        alignedContent(response, objectAt(otherResponses, status)),
      ]),
    ),
    ...(isObject(operation.requestBody) && {
      requestBody: alignedContent(operation.requestBody, objectAt(other, 'requestBody')),
    }),
  }
}

function alignedContent(message: unknown, other: JsonObject): unknown {
  if (!isObject(message)) return message
  return { ...message, content: filled(objectAt(message, 'content'), objectAt(other, 'content'), mediaTypeKeys) }
}

/** Adds to a map the keys that only the other one names, with the values of the wider keys that cover them. */
function filled(map: JsonObject, other: JsonObject, keysFor: (key: string) => readonly string[]): JsonObject {
  const added = Object.keys(other)
    .filter((key) => !Object.hasOwn(map, key))
    .flatMap((key) => {
      const covering = keysFor(key).find((wider) => Object.hasOwn(map, wider))
      return covering === undefined ? [] : [[key, structuredClone(map[covering])] as const]
    })
  return { ...mapObject(map, (value) => value), ...Object.fromEntries(added) }
}
