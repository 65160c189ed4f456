import { readFileSync } from 'node:fs'
import { type PublishedPackage, publishedPackages } from '../packages/published.ts'
import { BadInput } from './bad-input.ts'
import { compareWithSpecification, documentPath, type SpecificationChanges } from './comparison.ts'
import type { Versions } from './promises.ts'
import { type Releases, readReleases } from './released.ts'

/** The baseline of the comparison: a file, a tag or, by default, the last release. */
export interface Since {
  readonly file?: string | undefined
  readonly tag?: string | undefined
}

/** The changes since the baseline, and the packages with their current and released versions. */
export interface ChangesSince extends SpecificationChanges {
  readonly since: string
  readonly packages: readonly Versions[]
}

/**
 * Finds the changes of the specification since a release; undefined if there was none.
 *
 * @throws BadInput if the two cannot be compared.
 */
export function changesSince(root: string, { file, tag }: Since): ChangesSince | undefined {
  const published = publishedPackages(root)
  if (file !== undefined) {
    // A file says nothing about releases, so the current version counts as the one that users have.
    const packages = published.map((each) => versionsOf(each, each.manifest.version, true))
    return { since: file, packages, ...compareWithSpecification(root, readText(file), file) }
  }
  const releases = readReleases(root)
  const since = tag ?? releases.last
  if (since === undefined) return undefined
  const packages = published.map((each) =>
    versionsOf(each, releasedVersion(releases, since, each), isOut(releases, each)),
  )
  return { since, packages, ...compareWithTag(root, releases, since) }
}

function compareWithTag(root: string, releases: Releases, tag: string): SpecificationChanges {
  const text = releases.fileAt(tag, documentPath)
  if (text === undefined) throw new BadInput(`The tag ${tag} cannot be read: git finds no ${documentPath} there.`)
  return compareWithSpecification(root, text, `${documentPath} of ${tag}`)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new BadInput(`${file} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

function versionsOf({ manifest }: PublishedPackage, released: string | undefined, isOut: boolean): Versions {
  const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  return { name: manifest.name, version: manifest.version, dependencies, released, isOut }
}

function releasedVersion(releases: Releases, tag: string, { path }: PublishedPackage): string | undefined {
  const manifest: unknown = JSON.parse(releases.fileAt(tag, `${path}/package.json`) ?? 'null')
  if (typeof manifest !== 'object' || manifest === null || ('private' in manifest && manifest.private === true)) return
  return 'version' in manifest ? String(manifest.version) : undefined
}

function isOut(releases: Releases, { manifest }: PublishedPackage): boolean {
  return releases.isTagged(`${manifest.name}@${manifest.version}`)
}
