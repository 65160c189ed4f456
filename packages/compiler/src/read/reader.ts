import { fromPointer, isObject, isText, type Json, type JsonObject, valueAt } from '../grammar/json.ts'
import type { Bundle } from '../load/bundle.ts'
import { findReference, referenceInData, referenceInDataAdvice } from '../load/data-references.ts'
import type { Repairs } from '../load/repairs.ts'
import type { Location, Report } from '../load/source-file.ts'
import type { Problem } from '../runtime/model.ts'
import { createExampleSampler, type ExampleSampler } from '../schema/sample-examples.ts'
import type { Validators } from '../schema/validators.ts'
import { type ComponentRegistries, createComponentRegistries } from './component-registry.ts'

/** The context that the readers of a bundled document share. */
export interface Reader {
  readonly bundle: Bundle
  readonly validators: Validators
  readonly report: Report
  readonly repairs: Repairs
  /** Returns the object itself, or the target of its `$ref`. */
  readonly follow: (value: Json | undefined) => JsonObject
  /** Returns the target of a reference within the document. */
  readonly target: (reference: string) => Json | undefined
  readonly components: ComponentRegistries
  readonly complain: (part: JsonObject | readonly Json[], key: string | number | undefined, message: string) => void
  readonly maker: ExampleSampler
  /** Whether an example matches its schema; reports or omits it if not. `whose` names it in the message: "example `one`". */
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
      report.add(bundle.origin(value, '$ref'), 'is circular; give the component content')
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
    components: createComponentRegistries(),
    maker: createExampleSampler(bundle, validators),
    complain: (part, key, message) => report.add(bundle.origin(part, key), message),
    checkExample: (schema, value, at, whose) => {
      const reference = findReference(value, at)
      if (reference) {
        repairs.instead('omitted', reference, referenceInData, referenceInDataAdvice)
        return false
      }
      const problems = schema === undefined ? [] : validators.check(schema, value)
      if (problems.length === 0) return true
      repairs.instead('omitted', at, `${whose} ${contradiction(problems)}`, 'correct the example or the schema')
      return false
    },
  }
}

/** Summarizes the problems of a value in words. */
export function contradiction(problems: readonly Problem[]): string {
  const shown = problems.slice(0, 3).map(({ pointer, message }) => `${pointer === '' ? 'it' : pointer} ${message}`)
  const more = problems.length > shown.length ? ` (and ${problems.length - shown.length} more)` : ''
  return `contradicts its schema: ${shown.join('; ')}${more}`
}
