import { isObject, type JsonObject, textAt } from '../grammar/json.ts'
import { methods } from '../grammar/openapi-object.ts'
import type { Location, Report } from './source-file.ts'

/** Removes operations from a document. */
export interface Omission {
  /** The names of the operations left out so far. */
  readonly leftOut: ReadonlySet<string>
  /** Whether to leave out the operation with this name; `pathItem` removes it then. */
  leavesOut(name: string, path: string, method: string): boolean
  /** Returns a path item without the operations to leave out. `path` is undefined for a callback. */
  pathItem(value: JsonObject, path: string | undefined): JsonObject
  /** Reports names that matched no operation. */
  reportUnknown(document: Location, report: Report): void
}

/** Creates an omission of the operations with these operationIds, or method and path if they have none. */
export function createOmission(without: readonly string[]): Omission {
  const leftOut = new Set<string>()
  const places = new Set<string>()
  const ofCallback = (operation: JsonObject): boolean => {
    const id = textAt(operation, 'operationId')
    if (id === undefined || !without.includes(id)) return false
    leftOut.add(id)
    return true
  }
  return {
    leftOut,
    leavesOut(name, path, method) {
      if (!without.includes(name)) return false
      leftOut.add(name)
      places.add(`${method} ${path}`)
      return true
    },
    pathItem(value, path) {
      const entries = Object.entries(value).filter(([method, operation]) => {
        if (!methods.includes(method) || !isObject(operation)) return true
        return path === undefined ? !ofCallback(operation) : !places.has(`${method} ${path}`)
      })
      return Object.fromEntries(entries)
    },
    reportUnknown(document, report) {
      for (const id of without) {
        if (!leftOut.has(id)) {
          const advice = 'use the operationId of one, or METHOD /path of one that has none'
          report.add(document, `has no operation \`${id}\` to leave out; ${advice}`)
        }
      }
    },
  }
}
