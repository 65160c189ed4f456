import { isArray, isObject, type JsonObject, objectAt, pointerStep } from '@partner-upgrades/spec-diff/document'
import type { Findings } from './finding.ts'
import { createSchemaReader, knownValues, schemasOfItem, schemasOfProperty } from './schema-parts.ts'

/** Identifies a body of an API by the keys of its document. */
export type BodyPlace =
  | { readonly operation: string; readonly message: 'request'; readonly mediaType: string }
  | { readonly operation: string; readonly message: 'response'; readonly status: string; readonly mediaType: string }

/** Reports properties and values in a body that the document neither lists nor forbids. */
export type FindAdditions = (place: BodyPlace, value: unknown, pointer: string, findings: Findings) => void

/** Creates the check for additions to a bundled document. */
export function createFindAdditions(document: JsonObject): FindAdditions {
  const { follow, partsOf } = createSchemaReader(document)
  const operations = operationsOf(document, follow)

  function schemaAt(place: BodyPlace): unknown {
    const operation = operations.get(place.operation)
    const responses = objectAt(operation, 'responses')
    const owner = place.message === 'request' ? objectAt(operation, 'requestBody') : objectAt(responses, place.status)
    return objectAt(objectAt(follow(owner), 'content'), place.mediaType).schema
  }

  function look(schemas: readonly unknown[], value: unknown, pointer: string, findings: Findings): void {
    if (schemas.length === 0) return
    const parts = schemas.flatMap(partsOf)
    if (isArray(value)) {
      for (const [index, item] of value.entries()) {
        look(schemasOfItem(parts, index), item, pointer + pointerStep(index), findings)
      }
    } else if (isObject(value)) {
      for (const [name, member] of Object.entries(value)) {
        const known = schemasOfProperty(parts, name)
        const at = pointer + pointerStep(name)
        if (known !== undefined) look(known, member, at, findings)
        // What the document forbids has already been reported as a violation.
        else if (!parts.some(({ additionalProperties }) => additionalProperties === false)) {
          findings.addition('property', at, `is a new property, ${typeNameOf(member)}`)
        }
      }
    } else if (typeof value === 'string' && knownValues(parts)?.(value) === false) {
      findings.addition('value', pointer, `has the new value ${JSON.stringify(value.slice(0, 60))}`)
    }
  }

  return (place, value, pointer, findings) => look([schemaAt(place)], value, pointer, findings)
}

function operationsOf(
  document: JsonObject,
  follow: (value: JsonObject) => JsonObject,
): ReadonlyMap<string, JsonObject> {
  const items = Object.values(objectAt(document, 'paths')).filter(isObject).map(follow)
  const members = items.flatMap((item) => Object.values(item)).filter(isObject)
  return new Map(
    members.flatMap((member) => (typeof member.operationId === 'string' ? [[member.operationId, member]] : [])),
  )
}

function typeNameOf(value: unknown): string {
  if (value === null) return 'null'
  if (isArray(value)) return 'a list'
  if (isObject(value)) return 'an object'
  return typeof value === 'string' ? 'text' : `a ${typeof value}`
}
