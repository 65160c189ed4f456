// `npm run sbom`: a bill of materials (CycloneDX) for each published package, into tools/reports/sbom. npm's own, asked
// in a project that holds the package and nothing else: asked in the workspace, it lists the whole workspace.
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '../command.ts'
import { type LockPackages, readLock } from '../lock.ts'
import { productionTree } from '../packages/production-tree.ts'
import { type PublishedPackage, publishedPackages } from '../packages/published.ts'

/** The bill of materials of one package, as CycloneDX JSON: what its user installs, with hashes and licences. */
export async function billOf(lock: LockPackages, { manifest, path }: PublishedPackage): Promise<string> {
  const { devDependencies, ...own } = manifest
  const temporary = await mkdtemp(join(tmpdir(), 'sbom-'))
  try {
    // npm calls the project what its folder is called.
    const folder = join(temporary, own.name)
    mkdirSync(folder, { recursive: true })
    const packages = { '': own, ...productionTree(lock, path) }
    const { name, version } = own
    writeFileSync(join(folder, 'package.json'), JSON.stringify(own))
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({ name, version, lockfileVersion: 3, requires: true, packages }),
    )
    const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=library', '--omit=dev']
    return await command('npm', args, { cwd: folder, env: process.env })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..')
  const target = join(root, 'tools/reports/sbom')
  const lock = readLock(join(root, 'package-lock.json'))
  mkdirSync(target, { recursive: true })
  for (const one of publishedPackages(root)) {
    const file = join(target, `${one.shortName}-${one.manifest.version}.cdx.json`)
    writeFileSync(file, `${await billOf(lock, one)}\n`)
    console.log(file)
  }
}
