import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LockPackages, readLock } from '../lock.ts'
import { attwFindings } from './attw.ts'
import { knipFindings } from './knip.ts'
import { bundledFindings } from './licences.ts'
import { listFindings, listOf, type PackageList, parseList } from './list.ts'
import { licenceFindings, manifestFindings } from './manifest-findings.ts'
import { productionTree } from './production-tree.ts'
import { publintFindings } from './publint.ts'
import { type PublishedPackage, publishedPackages } from './published.ts'
import { pack, type Tarball } from './tarball.ts'

/** A published package with everything that the checks need. */
export interface PackedPackage extends PublishedPackage {
  readonly tarball: Tarball
  readonly lock: LockPackages
  readonly published: ReadonlySet<string>
}

const perPackage = {
  lists: (packed: PackedPackage) => {
    const file = listFile(packed.shortName)
    if (!existsSync(file)) return ['has no reviewed list: npm run packages:list writes one']
    return listFindings(parseList(readFileSync(file, 'utf8')), listFor(packed), packed.tarball)
  },
  manifests: ({ manifest, published, lock, path, folder, tarball }: PackedPackage) => [
    ...manifestFindings(manifest, published),
    ...licenceFindings(productionTree(lock, path)),
    ...tarball.paths
      .filter((file) => file.endsWith('third-party-licences.txt'))
      .flatMap((file) => bundledFindings(readFileSync(join(folder, file), 'utf8'))),
  ],
  publint: ({ tarball }: PackedPackage) => publintFindings(tarball.file),
  attw: ({ manifest, tarball }: PackedPackage) => attwFindings(tarball.file, manifest),
}

/** The names of the checks that `npm run packages:check` can run. */
export const checks = [...Object.keys(perPackage), 'knip']

/** The path of a package's reviewed list. */
export function listFile(shortName: string): string {
  return join(import.meta.dirname, 'lists', `${shortName}.txt`)
}

/** The list that a package would pass in its current state. */
export function listFor({ tarball, lock, path, published }: PackedPackage): PackageList {
  return listOf(tarball, productionTree(lock, path), published)
}

/** Packs every published package below `root`, passes them to `use`, and removes the tarballs afterwards. */
export async function withTarballs<T>(
  root: string,
  use: (packages: readonly PackedPackage[]) => Promise<T>,
): Promise<T> {
  const found = publishedPackages(root)
  const published = new Set(found.map(({ manifest }) => manifest.name))
  const lock = readLock(join(root, 'package-lock.json'))
  const folder = await mkdtemp(join(tmpdir(), 'tarballs-'))
  try {
    const tarballs = await pack(
      found.map((one) => one.folder),
      folder,
    )
    const packages = found.flatMap((one) => {
      const tarball = tarballs.find(({ name }) => name === one.manifest.name)
      return tarball === undefined ? [] : [{ ...one, tarball, lock, published }]
    })
    return await use(packages)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs the named checks, and returns their findings, one line each, with the package concerned. */
export async function findingsOf(root: string, names: readonly string[]): Promise<readonly string[]> {
  const found = await withTarballs(root, async (packages) => {
    const lines: string[] = []
    for (const packed of packages) {
      for (const [name, check] of Object.entries(perPackage)) {
        if (!names.includes(name)) continue
        for (const line of await check(packed)) lines.push(`${name}: ${packed.manifest.name}: ${line}`)
      }
    }
    return lines
  })
  const unused = names.includes('knip') ? await knipFindings(root) : []
  return [...found, ...unused.map((line) => `knip: ${line}`)]
}
