import { publishedName } from '../lock.ts'
import { listingOf } from './listing.ts'
import type { ProductionTree } from './production-tree.ts'
import type { Tarball } from './tarball.ts'

/** The reviewed list of a published package: the files in its tarball, its maximum size, and what is installed with it. */
export interface PackageList {
  /** The maximum size in kB, unpacked. */
  readonly limit: number
  readonly files: readonly string[]
  readonly dependencies: readonly string[]
}

const step = 100

/** The list that a tarball and a dependency tree would pass, with room to grow by a tenth. */
export function listOf(tarball: Tarball, tree: ProductionTree, ours: ReadonlySet<string>): PackageList {
  return {
    limit: Math.ceil((tarball.unpackedSize * 1.1) / 1000 / step) * step,
    files: listingOf(tarball.paths),
    dependencies: dependencyLines(tree, ours),
  }
}

/** `openapi-fetch 0.17.0 MIT`; ours without a version, since each release changes it. */
function dependencyLines(tree: ProductionTree, ours: ReadonlySet<string>): readonly string[] {
  const lines = Object.entries(tree).map(([path, entry]) => {
    const name = publishedName(path, entry)
    const licence = entry.license ?? 'without a licence'
    return ours.has(name) ? `${name} ${licence}` : `${name} ${entry.version} ${licence}`
  })
  return [...new Set(lines)].sort()
}

const titles = { files: 'In the tarball', dependencies: 'Installed with it' }

/** Formats the text of a list file. */
export function printList(name: string, { limit, files, dependencies }: PackageList): string {
  const section = (title: string, lines: readonly string[]) => [title, ...lines.map((line) => `  ${line}`), '']
  return [
    `${name}, at most ${limit} kB unpacked. Written by npm run packages:list, reviewed by a person.`,
    '',
    ...section(titles.files, files),
    ...section(titles.dependencies, dependencies),
  ].join('\n')
}

/** Parses the output of {@link printList}. */
export function parseList(text: string): PackageList {
  const lines = text.split('\n')
  const section = (title: string) => {
    const start = lines.indexOf(title) + 1
    const end = lines.indexOf('', start)
    return start === 0 ? [] : lines.slice(start, end).map((line) => line.trim())
  }
  const [, limit] = /at most (\d+) kB/.exec(text) ?? []
  return { limit: Number(limit), files: section(titles.files), dependencies: section(titles.dependencies) }
}

/** Lists how a package differs from its reviewed list, one line each; empty if it does not. */
export function listFindings(reviewed: PackageList, found: PackageList, tarball: Tarball): readonly string[] {
  const size = Math.ceil(tarball.unpackedSize / 1000)
  return [
    ...missing(found.files, reviewed.files).map((line) => `${line} is in the tarball and not on the list`),
    ...missing(reviewed.files, found.files).map((line) => `${line} is on the list and not in the tarball`),
    ...missing(found.dependencies, reviewed.dependencies).map((line) => `${line} is installed with it and not listed`),
    ...missing(reviewed.dependencies, found.dependencies).map((line) => `${line} is listed and not installed with it`),
    ...(size <= reviewed.limit ? [] : [`${size} kB unpacked, ${reviewed.limit} kB are allowed`]),
  ]
}

function missing(lines: readonly string[], from: readonly string[]): readonly string[] {
  return lines.filter((line) => !from.includes(line))
}
