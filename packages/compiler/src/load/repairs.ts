import { toPointer } from '../grammar/json.ts'
import { displayPath } from './regular-file.ts'
import { type Location, pathOf, type Report } from './source-file.ts'

/** Something that was wrong or missing in a description, and what was done about it. */
export interface Repair {
  /**
   * - `omitted`: an example or default that contradicts its schema or holds a `$ref`, an example without value, a
   *   media type whose schema cannot be validated, `nullable` in OpenAPI 3.1, where it has no meaning
   * - `generated`: an example that was generated from its schema, because there was no valid one
   * - `missing`: an example that could not be generated
   * - `named`: an operation without an operationId, which is called by its method and path
   * - `followed`: a `$ref` in the place of an operation
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

/** Decides between refusing a description and repairing it. */
export interface Repairs {
  readonly allowed: boolean
  /** Notes what was repaired; reports it as a problem, with the advice, where repairs are not allowed. */
  readonly instead: (kind: Repair['kind'], at: Location, what: string, advice: string) => void
  /** Notes what was done. */
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
