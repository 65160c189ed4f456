import { toPointer } from '../grammar/json.ts'
import { displayPath } from './regular-file.ts'
import { type Location, pathOf, type Report } from './source-file.ts'

/** A mistake or omission in a description, and how it was repaired. */
export interface Repair {
  /**
   * - `omitted`: an example or default that contradicts its schema or contains a `$ref`, an example without value, a
   *   media type whose schema cannot be validated, `nullable` in OpenAPI 3.1, where it has no meaning
   * - `generated`: an example that was generated from its schema, because there was no valid one
   * - `missing`: an example that could not be generated
   * - `named`: an operation without an operationId, which is named by its method and path
   * - `followed`: a `$ref` instead of an operation
   * - `unused`: a component that nothing uses, which is left out
   * - `distinguished`: a path that OpenAPI considers identical to another one, though they share no method
   */
  readonly kind: 'omitted' | 'generated' | 'missing' | 'named' | 'followed' | 'unused' | 'distinguished'
  /** Path of the file, as it was given or found. */
  readonly file: string
  /** JSON Pointer into the file. */
  readonly pointer: string
  readonly message: string
}

/** Decides whether a mistake is repaired or reported as a problem. */
export interface Repairs {
  readonly allowed: boolean
  /** Records a repair; if repairs are not allowed, reports a problem with the advice instead. */
  readonly instead: (kind: Repair['kind'], at: Location, what: string, advice: string) => void
  /** Records a repair. */
  readonly note: (kind: Repair['kind'], at: Location, message: string) => void
  readonly list: () => readonly Repair[]
}

export function createRepairs(allowed: boolean, report: Report): Repairs {
  const done = new Map<string, Repair>()
  const note: Repairs['note'] = (kind, at, message) => {
    const repair = { kind, file: displayPath(at.file.path), pointer: toPointer(pathOf(at)), message }
    done.set(`${repair.file}#${repair.pointer} ${message}`, repair)
  }
  return {
    allowed,
    note,
    instead: (kind, at, what, advice) => {
      if (allowed) note(kind, at, what)
      else report.add(at, `${what}; ${advice}`)
    },
    list: () => [...done.values()],
  }
}
