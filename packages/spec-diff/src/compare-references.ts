import { type CompareResolver, type CompareResult, compare } from 'api-smart-diff'
import { isObject, type JsonObject } from './json.ts'

/**
 * Compares what two references lead to, each pair once. The library's own resolver takes a second look at the same place for a circle, so it
 * sees nothing where alternatives are tried against each other.
 */
export function createReferenceComparer(before: JsonObject, after: JsonObject): CompareResolver {
  const known = new Map<string, { readonly result: CompareResult; readonly steps: number }>()
  const open = new Set<string>()

  return (context) => {
    const [old, now] = [nameIn(context.before.value), nameIn(context.after.value)]
    if (old === undefined && now === undefined) return undefined
    const { path } = context.before
    const pair = old === undefined || now === undefined ? undefined : `${old} ${now}`
    // Two schemas that contain themselves are the same if all the rest of them is.
    if (pair !== undefined && open.has(pair)) return { diffs: [], merged: context.after.value }
    const found = pair === undefined ? undefined : known.get(pair)
    if (found !== undefined) {
      const moved = found.result.diffs.map((diff) => ({ ...diff, path: [...path, ...diff.path.slice(found.steps)] }))
      return { diffs: moved, merged: found.result.merged }
    }
    if (pair !== undefined) open.add(pair)
    const result = compare(
      // Each time anew: the library puts it in the place of the reference for as long as it looks at it.
      old === undefined ? context.before.value : structuredClone(before[old]),
      now === undefined ? context.after.value : structuredClone(after[now]),
      { ...context.options, rules: context.rules },
      {
        before: { jsonPath: path, source: context.before.root },
        after: { jsonPath: context.after.path, source: context.after.root },
      },
    )
    if (pair !== undefined) {
      open.delete(pair)
      known.set(pair, { result, steps: path.length })
    }
    return result
  }
}

function nameIn(value: unknown): string | undefined {
  return isObject(value) && typeof value.$ref === 'string' ? value.$ref.slice('#/schemas/'.length) : undefined
}
