import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const packages = join(import.meta.dirname, '../../..')

/**
 * Creates a project that installs the mocks from their tarball, offline and with nothing available but their dependencies.
 *
 * @param manifest additional properties of its package.json
 */
export async function installPacked(manifest: object = {}): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'packed-mocks-'))
  await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module', ...manifest }))
  const folders = ['spec', 'mocks'].map((name) => join(packages, name))
  for (const cwd of folders) await run('npm', ['run', 'build'], { cwd })
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', project, ...folders]
  const packed: Readonly<Record<string, { readonly filename: string }>> = JSON.parse((await run('npm', pack)).stdout)
  const tarballs = Object.values(packed).map(({ filename }) => `./${filename}`)
  await run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', ...tarballs], { cwd: project })
  return project
}
