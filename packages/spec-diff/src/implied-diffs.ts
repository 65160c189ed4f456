import type { NamedDiff } from './compare-references.ts'
import { isArray } from './json.ts'
import { exclusiveKey } from './normalize-schema.ts'

/**
 * Leaves out the differences that follow from another one: all others in a value whose type changed, and how many alternatives may match if
 * there were none before, or are none now.
 */
export function withoutImplied(diffs: readonly NamedDiff[]): readonly NamedDiff[] {
  const roots = diffs.filter(isAnotherType).map(({ path }) => path.slice(0, -1))
  const wholes = new Set(roots.map((path) => JSON.stringify(path)))
  const choices = new Set(
    diffs
      .filter(({ path, action }) => path.at(-1) === 'anyOf' && action !== 'replace')
      .map(({ path }) => JSON.stringify(path.slice(0, -1))),
  )
  return diffs.filter(({ path }) => {
    if (path.at(-1) === exclusiveKey && choices.has(JSON.stringify(path.slice(0, -1)))) return false
    return wholes.size === 0 || path.at(-1) === 'type' || !prefixesOf(path).some((prefix) => wholes.has(prefix))
  })
}

function prefixesOf(path: NamedDiff['path']): readonly string[] {
  return path.map((_, length) => JSON.stringify(path.slice(0, length)))
}

function isAnotherType({ path, before, after }: NamedDiff): boolean {
  if (path.at(-1) !== 'type' || !isArray(before) || !isArray(after)) return false
  return before.every((type) => !after.includes(type))
}
