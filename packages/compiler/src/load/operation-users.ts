import { isArray, isObject, type JsonObject, objectAt, valueAt } from '../grammar/json.ts'
import { methods } from '../grammar/openapi-object.ts'
import { operationKey } from './operation-key.ts'
import { type FileAt, followAliases, type Place, placeBelow, placeId, reach } from './reach.ts'
import { type Location, pathOf, type SourceFile } from './source-file.ts'

/** An operation, and all places that it refers to. */
export interface OperationReach {
  /** The operationId, or method and path. */
  readonly operation: string
  readonly path: string
  /** In lower case. */
  readonly method: string
  /** The IDs of its path item, which holds other operations, too: only problems of the item itself affect this operation. */
  readonly pathItem: ReadonlySet<string>
  /** The IDs of the operation, of what all operations of its path share, and of what these refer to, directly or not. */
  readonly places: ReadonlySet<string>
}

/** Finds the places that each operation of a description refers to, in the order of paths and methods. */
export function reachOfOperations(root: SourceFile, fileAt: FileAt): readonly OperationReach[] {
  const { value } = root
  if (!isObject(value)) return []
  return Object.keys(objectAt(value, 'paths')).flatMap((path) => {
    const own: Place = { file: root, path: ['paths', path] }
    const item = followAliases(own, fileAt)
    const content = valueAt(item.file.value, item.path)
    if (!isObject(content)) return []
    const shared = Object.keys(content).filter((key) => !methods.includes(key))
    return methods.flatMap((method) => {
      if (content[method] === undefined) return []
      const place = followAliases(placeBelow(item, method), fileAt)
      const operation = valueAt(place.file.value, place.path)
      if (!isObject(operation)) return []
      const parts = [place, ...[method, ...shared].map((key) => placeBelow(item, key))]
      return [
        {
          operation: operationKey(operation, method, path),
          path,
          method,
          pathItem: new Set([placeId(own), placeId(item)]),
          places: reach([...parts, ...schemesOf(operation, value, root)], root, fileAt),
        },
      ]
    })
  })
}

/** Finds the security schemes of an operation, which are referred to by name. */
function schemesOf(operation: JsonObject, document: JsonObject, root: SourceFile): readonly Place[] {
  const requirements = operation.security ?? document.security
  const names = isArray(requirements) ? requirements.flatMap((each) => (isObject(each) ? Object.keys(each) : [])) : []
  return names.map((name) => ({ file: root, path: ['components', 'securitySchemes', name] }))
}

/** Finds the operations that use a location: the one that contains it, and those that refer to it or to something around it. */
export function usersOf(location: Location, operations: readonly OperationReach[]): readonly string[] {
  const path = pathOf(location)
  const { file } = location
  const around = [...path.keys(), path.length].map((length) => placeId({ file, path: path.slice(0, length) }))
  const self = placeId({ file, path })
  const users = operations.filter(({ pathItem, places }) => pathItem.has(self) || around.some((id) => places.has(id)))
  return [...new Set(users.map(({ operation }) => operation))]
}
