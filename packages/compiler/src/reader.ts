import type { Bundle } from './bundle.ts'
import { findReference, insteadOfReference, referenceInData } from './data-references.ts'
import { fromPointer, isObject, isText, type Json, type JsonObject, valueAt } from './json.ts'
import { createExampleMaker, type ExampleMaker } from './make-examples.ts'
import type { Problem } from './model.ts'
import type { Repairs } from './repairs.ts'
import { createShelves, type Shelves } from './shelf.ts'
import type { Location, Report } from './source.ts'
import type { Validators } from './validators.ts'

/** What the readers of a bundled document share. */
export interface Reader {
  readonly bundle: Bundle
  readonly validators: Validators
  readonly report: Report
  readonly repairs: Repairs
  /** The object itself, or what its `$ref` leads to. */
  readonly follow: (value: Json | undefined) => JsonObject
  /** What a reference within the document leads to. */
  readonly target: (reference: string) => Json | undefined
  readonly shelves: Shelves
  readonly complain: (part: JsonObject | readonly Json[], key: string | number | undefined, message: string) => void
  readonly maker: ExampleMaker
  /** Whether an example fits its schema; refused or left out if not. `whose` says which example: "example `one`". */
  readonly checkExample: (schema: Json | undefined, value: Json, at: Location, whose: string) => boolean
}

export function createReader(bundle: Bundle, validators: Validators, report: Report, repairs: Repairs): Reader {
  const targets = new Map<string, Json | undefined>()
  const target = (reference: string): Json | undefined => {
    if (!targets.has(reference)) targets.set(reference, valueAt(bundle.document, fromPointer(reference)))
    return targets.get(reference)
  }
  const follow = (value: Json | undefined, depth = 0): JsonObject => {
    if (!isObject(value)) return {}
    if (!isText(value.$ref)) return value
    if (depth > 100) {
      report.add(bundle.origin(value, '$ref'), 'leads back to itself; give the component a content')
      return {}
    }
    return follow(target(value.$ref), depth + 1)
  }
  return {
    bundle,
    validators,
    report,
    repairs,
    follow,
    target,
    shelves: createShelves(),
    maker: createExampleMaker(bundle, validators),
    complain: (part, key, message) => report.add(bundle.origin(part, key), message),
    checkExample: (schema, value, at, whose) => {
      const reference = findReference(value, at)
      if (reference) {
        repairs.instead('left out', reference, referenceInData, insteadOfReference)
        return false
      }
      const problems = schema === undefined ? [] : validators.check(schema, value)
      if (problems.length === 0) return true
      repairs.instead('left out', at, `${whose} ${contradiction(problems)}`, 'correct the example or the schema')
      return false
    },
  }
}

/** What problems with a value say of it, in words. */
export function contradiction(problems: readonly Problem[]): string {
  const shown = problems.slice(0, 3).map(({ pointer, message }) => `${pointer === '' ? 'it' : pointer} ${message}`)
  const more = problems.length > shown.length ? ` (and ${problems.length - shown.length} more)` : ''
  return `contradicts its schema: ${shown.join('; ')}${more}`
}
