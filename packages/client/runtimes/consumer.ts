import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'

const workspace = join(import.meta.dirname, '../../..')

/** All packages that the client needs. The offline install has only these, so it fails if the client gains another dependency. */
const packages = [
  'packages/spec',
  'packages/client',
  'node_modules/openapi-fetch',
  'node_modules/openapi-typescript-helpers',
]

/** A project in which the client was installed from its tarball, with a copy of the program. */
export interface Consumer {
  readonly folder: string
  remove(): Promise<void>
}

/** Builds and packs the client, installs the tarballs in a new folder, and puts the program there. */
export async function createConsumer(): Promise<Consumer> {
  const folder = await mkdtemp(join(tmpdir(), 'consumer-'))
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }))
  await run('npm', ['run', 'build', '--workspace', '@partner-upgrades/client'], { cwd: workspace })
  const folders = packages.map((path) => join(workspace, path))
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const listed = await run('npm', [...pack, ...folders], { cwd: workspace })
  const packed: Readonly<Record<string, { readonly filename: string }>> = JSON.parse(listed)
  const tarballs = Object.values(packed).map(({ filename }) => `./${filename}`)
  await run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', ...tarballs], { cwd: folder })
  await cp(join(import.meta.dirname, 'program'), join(folder, 'program'), { recursive: true })
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
