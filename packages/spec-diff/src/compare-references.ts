import {
  type ComapreContext as CompareContext,
  type CompareResolver,
  type CompareResult,
  compare,
  type Diff,
  diffFactory,
} from 'api-smart-diff'
import { isObject, type JsonObject, objectAt } from './json.ts'
import { nothingKey } from './schema-normalizer.ts'

/**
 * Compares the targets of two references, each pair once. The library's own resolver mistakes a second visit to the same place for a cycle,
 * so it misses differences when it tries alternatives against each other.
 */
export function createReferenceComparer(before: JsonObject, after: JsonObject): CompareResolver {
  const known = new Map<string, { readonly result: CompareResult; readonly steps: number }>()
  const open = new Set<string>()

  return (context) => {
    const [old, now] = [nameIn(context.before.value), nameIn(context.after.value)]
    if (old === undefined && now === undefined) return compareNothing(context)
    const { path } = context.before
    const pair = old === undefined || now === undefined ? undefined : `${old} ${now}`
    // Two recursive schemas are equal if everything else in them is.
    if (pair !== undefined && open.has(pair)) return { diffs: [], merged: context.after.value }
    const found = pair === undefined ? undefined : known.get(pair)
    if (found !== undefined) {
      const moved = found.result.diffs.map((diff) => ({ ...diff, path: [...path, ...diff.path.slice(found.steps)] }))
      return { diffs: moved, merged: found.result.merged }
    }
    if (pair !== undefined) open.add(pair)
    const result = compare(
      // A new copy each time: the library temporarily replaces the reference with it.
      old === undefined ? context.before.value : structuredClone(before[old]),
      now === undefined ? context.after.value : structuredClone(after[now]),
      { ...context.options, rules: context.rules },
      {
        before: { jsonPath: path, source: context.before.root },
        after: { jsonPath: context.after.path, source: context.after.root },
      },
    )
    if (pair === undefined || now === undefined) return result
    open.delete(pair)
    const diffs = result.diffs.map((diff) =>
      withOrigin(diff, now, diff.path.slice(path.length), [after[now], old === undefined ? {} : before[old]]),
    )
    known.set(pair, { result: { ...result, diffs }, steps: path.length })
    return { ...result, diffs }
  }
}

/** A difference within a named schema. */
export interface NamedDiff extends Diff {
  /** The name, with the path from there: the same wherever the schema is used. Undefined outside of named schemas. */
  readonly origin?: string
}

function withOrigin(diff: NamedDiff, name: string, path: readonly unknown[], schemas: readonly unknown[]): NamedDiff {
  const [keyword, property] = path
  const isOfProperty = keyword === 'properties' && typeof property === 'string'
  const [source] = isOfProperty
    ? schemas.map((schema) => objectAt(objectAt(schema, 'properties'), property).source).filter((each) => each)
    : []
  // Keywords beside a reference make it a separate entry (`Order+…`), but its origin remains the same schema.
  const base = String(source ?? name.split('+')[0])
  return base === '' || diff.origin !== undefined ? diff : { ...diff, origin: JSON.stringify([base, ...path]) }
}

/** Compares a schema that no value matches as a whole, instead of keyword by keyword: it allows less than any other. */
function compareNothing(context: CompareContext): CompareResult | undefined {
  const { before, after } = context
  if (!isObject(before.value) || !isObject(after.value)) return undefined
  const [was, is] = [before.value, after.value].map((schema) => schema[nothingKey] === true)
  if (was === is) return undefined
  const rules = context.rules?.[`/${nothingKey}`]
  const inner = { ...context, rules: isObject(rules) ? rules : {} }
  const path = [...before.path, nothingKey]
  const diff = is ? diffFactory.added(path, true, inner) : diffFactory.removed(path, true, inner)
  return { diffs: [diff], merged: after.value }
}

function nameIn(value: unknown): string | undefined {
  return isObject(value) && typeof value.$ref === 'string' ? value.$ref.slice('#/schemas/'.length) : undefined
}
