import type { Impact } from '@partner-upgrades/spec-diff'
import { specName } from './released.ts'

/** The kinds of version bumps. */
export type Bump = 'none' | 'patch' | 'minor' | 'major'

const bumps: readonly Bump[] = ['none', 'patch', 'minor', 'major']
const bumpFor: Readonly<Record<Impact, Bump>> = { breaking: 'major', feature: 'minor', fix: 'patch' }

/** A published package, with its current version and the one that users have. */
export interface Versions {
  readonly name: string
  /** The packages that it depends on. */
  readonly dependencies: readonly string[]
  readonly version: string
  /** The version that users have; undefined before its first release. */
  readonly released: string | undefined
  /** Whether the current version is released, too. */
  readonly isOut: boolean
}

/** The bump that a package needs, and the one that it is promised. */
export interface Promised {
  readonly name: string
  readonly released: string | undefined
  readonly needs: Bump
  readonly promised: Bump
  readonly kept: boolean
}

/** The bumps that a changeset promises. */
export interface PendingChangeset {
  readonly releases: readonly { readonly name: string; readonly type: Bump }[]
}

/**
 * Compares the bump that the most severe change requires of the specification, and of each package built from it, with the one that the
 * changesets promise or, once they are consumed, the current version makes. A corrected text needs only a patch of the specification:
 * its dependents follow by themselves.
 */
export function promisesOf(
  packages: readonly Versions[],
  changesets: readonly PendingChangeset[],
  impact: Impact | undefined,
): readonly Promised[] {
  const needed = impact === undefined ? 'none' : bumpFor[impact]
  return builtFrom(specName, packages).map(({ name, version, released, isOut }) => {
    const needs = released === undefined || (needed === 'patch' && name !== specName) ? 'none' : needed
    const asked = changesets.flatMap(({ releases }) => releases).filter((release) => release.name === name)
    const step = released === undefined || isOut ? 'none' : stepBetween(released, version)
    const promised = highest([...asked.map(({ type }) => type), step])
    return { name, released, needs, promised, kept: bumps.indexOf(promised) >= bumps.indexOf(needs) }
  })
}

/** A package, and its direct and indirect dependents. */
function builtFrom(name: string, packages: readonly Versions[]): readonly Versions[] {
  const names = new Set([name])
  for (let before = 0; before < names.size; ) {
    before = names.size
    for (const each of packages) if (each.dependencies.some((dependency) => names.has(dependency))) names.add(each.name)
  }
  return packages.filter((each) => names.has(each.name))
}

/** The bump from one version to a later one. */
function stepBetween(version: string, later: string): Bump {
  const [one = [], other = []] = [version, later].map((each) =>
    each.split('.').map((part) => Number.parseInt(part, 10)),
  )
  const place = [0, 1, 2].find((each) => one[each] !== other[each])
  if (place === undefined || (other[place] ?? 0) < (one[place] ?? 0)) return 'none'
  return (['major', 'minor', 'patch'] as const)[place] ?? 'none'
}

function highest(all: readonly Bump[]): Bump {
  return bumps[Math.max(...all.map((bump) => bumps.indexOf(bump)))] ?? 'none'
}
