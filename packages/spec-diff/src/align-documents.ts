import { isObject, type JsonObject, mapObject, objectAt } from './json.ts'
import { mediaTypeKeys, statusKeys } from './media-type-key.ts'

/**
 * Says in both documents what only one says by itself and the other by something wider: a status that `default` or `4XX` describes, a media
 * type that a range covers. So what is named for the first time is compared with what was said of it before.
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

/** A map, with what it says of the keys that only the other one names. */
function filled(map: JsonObject, other: JsonObject, keysFor: (key: string) => readonly string[]): JsonObject {
  const added = Object.keys(other)
    .filter((key) => !Object.hasOwn(map, key))
    .flatMap((key) => {
      const covering = keysFor(key).find((wider) => Object.hasOwn(map, wider))
      return covering === undefined ? [] : [[key, structuredClone(map[covering])] as const]
    })
  return { ...mapObject(map, (value) => value), ...Object.fromEntries(added) }
}
