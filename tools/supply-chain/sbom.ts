// `npm run sbom`: writes a bill of materials (CycloneDX) for each published package to tools/reports/sbom. npm creates it in
// a project with that package alone, because in the workspace it would list the whole workspace.
import { mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '../command.ts'
import { type LockPackages, readLock } from '../lock.ts'
import { productionTree } from '../packages/production-tree.ts'
import { type PublishedPackage, publishedPackages } from '../packages/published.ts'

/** Creates the bill of materials of one package, as CycloneDX JSON: what its user installs, with hashes and licences. */
export async function billOf(lock: LockPackages, { manifest, path }: PublishedPackage): Promise<string> {
  const { devDependencies, ...own } = manifest
  const temporary = await mkdtemp(join(tmpdir(), 'sbom-'))
  try {
    // npm names the project after its folder.
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
