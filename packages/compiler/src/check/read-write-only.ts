import { isArray, isObject, isText, type Json, type JsonObject, objectAt } from '../grammar/json.ts'
import { subschemaKeywords, subschemaListKeywords, subschemaMapKeywords } from '../grammar/schema-object.ts'
import type { ReadOperation } from '../read/operation-object.ts'
import type { Reader } from '../read/reader.ts'

/**
 * Reports required properties that are readOnly or writeOnly. OpenAPI requires them in one direction only, so that one
 * schema would need two validators.
 */
export function checkReadWriteOnly(operations: ReadonlyMap<string, ReadOperation>, reader: Reader): void {
  const requests = new Set<JsonObject>()
  const responses = new Set<JsonObject>()
  for (const { source } of operations.values()) {
    collectBodies(reader.follow(source.requestBody), requests, reader)
    for (const response of Object.values(objectAt(source, 'responses'))) {
      collectBodies(reader.follow(response), responses, reader)
    }
  }
  for (const schema of requests) check(schema, 'readOnly', 'requests', reader)
  for (const schema of responses) check(schema, 'writeOnly', 'responses', reader)
}

function check(schema: JsonObject, keyword: 'readOnly' | 'writeOnly', where: string, reader: Reader): void {
  const properties = objectAt(schema, 'properties')
  for (const name of isArray(schema.required) ? schema.required.filter(isText) : []) {
    const property = properties[name]
    if (!isObject(property) || (property[keyword] !== true && reader.follow(property)[keyword] !== true)) continue
    reader.complain(
      properties,
      name,
      `is required and ${keyword} in a schema that ${where} use, which is not supported; give ${where} a schema of their own`,
    )
  }
}

function collectBodies(owner: JsonObject, into: Set<JsonObject>, reader: Reader): void {
  for (const mediaType of Object.values(objectAt(owner, 'content'))) {
    if (isObject(mediaType)) collect(mediaType.schema, into, reader)
  }
}

function collect(schema: Json | undefined, into: Set<JsonObject>, reader: Reader): void {
  if (!isObject(schema) || into.has(schema)) return
  into.add(schema)
  if (isText(schema.$ref)) collect(reader.target(schema.$ref), into, reader)
  for (const keyword of subschemaKeywords) collect(schema[keyword], into, reader)
  for (const keyword of subschemaListKeywords) {
    const parts = schema[keyword]
    if (isArray(parts)) for (const part of parts) collect(part, into, reader)
  }
  for (const keyword of subschemaMapKeywords) {
    for (const part of Object.values(objectAt(schema, keyword))) collect(part, into, reader)
  }
}
