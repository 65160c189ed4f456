import { isObject, type JsonObject, textAt } from '../grammar/json.ts'
import { methods } from '../grammar/openapi-object.ts'
import type { Location, Report } from './source-file.ts'

/** Leaves operations out of a document. */
export interface Omission {
  /** IDs of those that were left out so far. */
  readonly leftOut: ReadonlySet<string>
  /** A path item without the operations that are to be left out. */
  pathItem(value: JsonObject): JsonObject
  /** Reports IDs that no operation had. */
  reportUnknown(document: Location, report: Report): void
}

/** Starts to leave out the operations with these IDs. */
export function createOmission(without: readonly string[]): Omission {
  const leftOut = new Set<string>()
  return {
    leftOut,
    pathItem(value) {
      const entries = Object.entries(value).filter(([method, operation]) => {
        const id = methods.includes(method) && isObject(operation) ? textAt(operation, 'operationId') : undefined
        if (id === undefined || !without.includes(id)) return true
        leftOut.add(id)
        return false
      })
      return Object.fromEntries(entries)
    },
    reportUnknown(document, report) {
      for (const id of without) {
        if (!leftOut.has(id))
          report.add(document, `has no operation \`${id}\` to leave out; use the operationId of one`)
      }
    },
  }
}
