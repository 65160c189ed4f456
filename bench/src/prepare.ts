import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { benchFolder, readManifest, workspace } from './manifests.ts'

const measured = ['spec', 'client', 'mocks']

/**
 * Installs the pinned peers, and our packages as users get them: built, packed and unpacked. Our packages are not in the
 * lock file, because their tarballs differ with every change.
 */
export function prepare(): void {
  if (!isInstalled()) run('npm', ['ci'], benchFolder)
  run('npx', ['nx', 'run-many', '-t', 'build', '-p', ...measured.map((name) => `@partner-upgrades/${name}`)], workspace)
  const tarballs = mkdtempSync(join(tmpdir(), 'partner-upgrades-'))
  try {
    for (const name of measured) unpack(name, tarballs)
  } finally {
    rmSync(tarballs, { recursive: true })
  }
  checkPins()
}

/** Whether the installed packages match the lock file: npm keeps a lock file of what it installed in `node_modules`. */
function isInstalled(): boolean {
  const installed = join(benchFolder, 'node_modules/.package-lock.json')
  return (
    existsSync(installed) &&
    isDeepStrictEqual(integrities(installed), integrities(join(benchFolder, 'package-lock.json')))
  )
}

function integrities(lock: string): Readonly<Record<string, unknown>> {
  const packages: Readonly<Record<string, { integrity?: string; optional?: boolean }>> = JSON.parse(
    readFileSync(lock, 'utf8'),
  ).packages
  // Whether an optional package is installed depends on the machine.
  const needed = Object.entries(packages).filter(([path, { optional }]) => path !== '' && optional !== true)
  return Object.fromEntries(needed.map(([path, { integrity }]) => [path, integrity]))
}

function unpack(name: string, tarballs: string): void {
  const folder = join(benchFolder, 'node_modules/@partner-upgrades', name)
  const source = join(workspace, 'packages', name)
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', tarballs, source], workspace)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const tarball = join(tarballs, `partner-upgrades-${name}-${readManifest(source).version}.tgz`)
  run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], workspace)
}

/** The client is compared with openapi-fetch alone: it must be the version that the client is built on. */
function checkPins(): void {
  const ours = readManifest(join(workspace, 'packages/client')).dependencies?.['openapi-fetch']
  const theirs = readManifest(benchFolder).devDependencies?.['openapi-fetch']
  if (ours !== theirs) {
    throw new Error(`The client is built on openapi-fetch ${ours}, bench/package.json pins ${theirs}: pin the same.`)
  }
}

function run(command: string, args: readonly string[], cwd: string): void {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
}
