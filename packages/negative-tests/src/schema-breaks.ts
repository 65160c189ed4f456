import { dereference, isObject, type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'
import { breakable, candidatesFor } from './candidates.ts'
import { branchesOf, evaluate, requiredOf } from './evaluate.ts'
import { judgedWhole, wholeCandidates } from './whole-candidates.ts'

/** A value that breaks one constraint of a schema. */
export interface Break {
  /** JSON Pointer to the invalid part of the value. */
  readonly pointer: string
  /** The JSON Schema keyword that it breaks. */
  readonly keyword: string
  /** Other constraints at the same place that break as well, such as a pattern that repeats a format. */
  readonly also: readonly string[]
  /** Describes the break in a few words. */
  readonly what: string
  /** The whole value, with the invalid part in place. */
  readonly value: unknown
}

/** A constraint that no value was found to break. */
export interface Unbroken {
  /** JSON Pointer into the value. */
  readonly pointer: string
  /** The keyword of JSON Schema. */
  readonly keyword: string
}

/** The ways to break a schema. */
export interface Breaks {
  /** Values, each of which breaks one constraint. */
  readonly breaks: readonly Break[]
  /** Constraints that could not be broken. */
  readonly unbroken: readonly Unbroken[]
}

/** Derives from a valid value, for every constraint of a schema, at least one value that breaks it and nothing else. */
export function breaksOf(document: JsonObject, root: unknown, valid: unknown): Breaks {
  const breaks: Break[] = []
  const unbroken: Unbroken[] = []

  function walk(reference: unknown, value: unknown, pointer: string, put: (part: unknown) => unknown): void {
    if (!isObject(reference)) {
      // `true` allows everything; `false` allows nothing, so there is no valid value to start from.
      if (reference === false) unbroken.push({ pointer, keyword: 'false' })
      return
    }
    const schema = dereference(document, reference)
    const add = (keyword: string, candidates: readonly (readonly [part: unknown, what: string])[]) => {
      const judged = candidates
        .map(([part, what]) => ({ whole: put(part), what, own: ownFailures(schema, keyword, part) }))
        .filter(({ whole, own }) => own.includes(keyword) && isBroken(whole, keyword))
      const least = Math.min(...judged.map(({ own }) => own.length))
      const chosen = judged.filter(({ own }) => own.length === least)
      if (chosen.length === 0) unbroken.push({ pointer, keyword })
      // Every wrong type is worth a try; for any other keyword, one value is enough.
      for (const { whole, what, own } of keyword === 'type' ? chosen : chosen.slice(0, 1)) {
        breaks.push({ pointer, keyword, what, value: whole, also: own.filter((each) => each !== keyword) })
      }
    }
    for (const keyword of breakable.filter((each) => schema[each] !== undefined)) {
      add(
        keyword,
        candidatesFor(keyword, schema, value).map((part) => [part, `${keyword}: ${JSON.stringify(part)}`]),
      )
    }
    for (const keyword of judgedWhole.filter((each) => schema[each] !== undefined)) {
      add(
        keyword,
        wholeCandidates(document, keyword, schema, value).map((part) => [part, `${keyword}: ${shown(part)}`]),
      )
    }
    if (isObject(value)) walkObject(schema, value, pointer, put, add)
    if (Array.isArray(value)) walkList(schema, value, pointer, put, add)
    for (const branch of branchesOf(schema, 'allOf')) walk(branch, value, pointer, put)
    walkAlternatives(schema, value, pointer, put, add)
  }

  type Add = (keyword: string, candidates: readonly (readonly [part: unknown, what: string])[]) => void

  function walkObject(
    schema: JsonObject,
    value: JsonObject,
    pointer: string,
    put: (part: unknown) => unknown,
    add: Add,
  ) {
    for (const name of requiredOf(schema)) {
      const { [name]: _, ...rest } = value
      add('required', [[rest, `without ${name}`]])
    }
    if (schema.additionalProperties === false) {
      add('additionalProperties', [[{ ...value, unexpected: true }, 'with a property too many']])
    }
    const properties = objectAt(schema, 'properties')
    const within = (name: string, property: unknown) =>
      walk(property, value[name], `${pointer}/${name}`, (part) => put({ ...value, [name]: part }))
    for (const [name, property] of Object.entries(properties)) {
      if (Object.hasOwn(value, name)) within(name, property)
      else if (property === false) add('false', [[{ ...value, [name]: true }, `with ${name}`]])
      else unbroken.push({ pointer: `${pointer}/${name}`, keyword: 'a value for it' })
    }
    const [other] = Object.keys(value).filter((name) => !Object.hasOwn(properties, name))
    if (other !== undefined && isObject(schema.additionalProperties)) within(other, schema.additionalProperties)
  }

  function walkList(
    schema: JsonObject,
    value: readonly unknown[],
    pointer: string,
    put: (part: unknown) => unknown,
    add: Add,
  ) {
    const tuple = branchesOf(schema, 'prefixItems')
    const within = (index: number, item: unknown) =>
      walk(item, value[index], `${pointer}/${index}`, (part) =>
        put(value.map((each, at) => (at === index ? part : each))),
      )
    for (const [index, item] of tuple.entries()) if (index < value.length) within(index, item)
    if (schema.items === false) add('false', [[[...value, true], 'with an item too many']])
    else if (value.length > tuple.length) within(tuple.length, schema.items)
  }

  /** Breaks alternatives with values that fit none: of a type that none allows, or broken within the branch that the valid value fits. */
  function walkAlternatives(
    schema: JsonObject,
    value: unknown,
    pointer: string,
    put: (part: unknown) => unknown,
    add: Add,
  ) {
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      const branches = branchesOf(schema, keyword)
      if (branches.length === 0) continue
      // A branch that allows everything leaves nothing to break.
      if (keyword === 'anyOf' && branches.some((branch) => branch === true)) continue
      const like = candidatesFor('type', { type: [] }, value)
      add(
        keyword,
        like.map((part) => [part, `${keyword}: ${JSON.stringify(part)}`]),
      )
      const fitting = branches.find((branch) => evaluate(document, branch, value).length === 0)
      // The values above already break the types of the branches.
      if (fitting !== undefined) walk({ ...dereference(document, fitting), type: undefined }, value, pointer, put)
    }
  }

  function ownFailures(schema: JsonObject, keyword: string, part: unknown): readonly string[] {
    const found = evaluate(document, schema, part)
    const own = [
      ...new Set(
        found.map((failure) =>
          failure.keyword === 'false' && keyword === 'additionalProperties' ? keyword : failure.keyword,
        ),
      ),
    ]
    // `evaluate` does not check formats: a text made to violate one does, and a text that breaks a pattern may.
    return keyword === 'format' || (keyword === 'pattern' && schema.format !== undefined) ? [...own, 'format'] : own
  }

  function isBroken(whole: unknown, keyword: string): boolean {
    return keyword === 'format' || evaluate(document, root, whole).length > 0
  }

  walk(root, valid, '', (part) => part)
  return { breaks, unbroken }
}

function shown(part: unknown): string {
  const text = JSON.stringify(part)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
