import { isObject, type JsonObject, textAt } from '../grammar/json.ts'
import { methods } from '../grammar/openapi-object.ts'
import type { Location, Report } from './source-file.ts'

/** Leaves operations out of a document. */
export interface Omission {
  /** Names of those that were left out so far. */
  readonly leftOut: ReadonlySet<string>
  /** Whether the operation of this name is to be left out; if so, `pathItem` does. */
  leavesOut(name: string, path: string, method: string): boolean
  /** A path item without the operations that are to be left out. `path` is undefined for that of a callback. */
  pathItem(value: JsonObject, path: string | undefined): JsonObject
  /** Reports names that no operation had. */
  reportUnknown(document: Location, report: Report): void
}

/** Starts to leave out the operations with these operationIds, or method and path for those that have none. */
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
