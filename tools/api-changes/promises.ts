import type { Impact } from '@partner-upgrades/spec-diff'
import { specName } from './released.ts'

/** How far a version goes up. */
export type Bump = 'none' | 'patch' | 'minor' | 'major'

const bumps: readonly Bump[] = ['none', 'patch', 'minor', 'major']
const bumpFor: Readonly<Record<Impact, Bump>> = { breaking: 'major', feature: 'minor', fix: 'patch' }

/** A package that is published, as it stands and as users have it. */
export interface Versions {
  readonly name: string
  /** The packages that it brings along. */
  readonly dependencies: readonly string[]
  readonly version: string
  /** The version that users have; undefined before its first release. */
  readonly released: string | undefined
  /** Whether users have the version as it stands, too. */
  readonly isOut: boolean
}

/** What a package needs, and what it is going to get. */
export interface Promised {
  readonly name: string
  readonly released: string | undefined
  readonly needs: Bump
  readonly promised: Bump
  readonly kept: boolean
}

/** What a changeset promises. */
export interface PendingChangeset {
  readonly releases: readonly { readonly name: string; readonly type: Bump }[]
}

/**
 * What the gravest change asks of the specification and of each package that is built from it, and what the changesets promise, or the
 * version that stands there once they have been used up. A text that was mended needs no more than a new specification: what depends on
 * it follows by itself.
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

/** A package, and those that bring it along, however far away. */
function builtFrom(name: string, packages: readonly Versions[]): readonly Versions[] {
  const names = new Set([name])
  for (let before = 0; before < names.size; ) {
    before = names.size
    for (const each of packages) if (each.dependencies.some((dependency) => names.has(dependency))) names.add(each.name)
  }
  return packages.filter((each) => names.has(each.name))
}

/** How far it is from one version to a later one. */
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
