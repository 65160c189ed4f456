import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type CommandOptions, command } from '../command.ts'
import { exampleFolders } from './example-folders.ts'

/** A project that uses our packages, in its own folder. */
export interface Consumer {
  readonly name: string
  readonly folder: string
}

const scope = '@partner-upgrades/'
const kinds = ['dependencies', 'devDependencies'] as const

/** Copies every example below `root` that installs our packages rather than linking them, into `folder`. */
export function createConsumers(root: string, folder: string): readonly Consumer[] {
  return exampleFolders(root).map((from) => {
    const name = basename(from)
    cpSync(from, join(folder, name), { recursive: true, filter: (path) => !/\/(node_modules|dist)$/.test(path) })
    return { name, folder: join(folder, name) }
  })
}

/** Requires our packages as `npm install` would have written it: in any compatible version. */
export function keepWithin({ folder }: Consumer, versions: ReadonlyMap<string, string>): void {
  const file = join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  for (const kind of kinds) {
    for (const name of Object.keys(manifest[kind] ?? {})) {
      const version = versions.get(name)
      if (version !== undefined) manifest[kind][name] = `^${version}`
    }
  }
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Takes our packages from tarballs, by package name: its direct dependencies, and those that they need. */
export function takeTarballs({ folder }: Consumer, tarballs: ReadonlyMap<string, string>): void {
  const file = join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  manifest.overrides = { ...manifest.overrides }
  for (const [name, tarball] of tarballs) {
    manifest.overrides[name] = `file:${tarball}`
    for (const kind of kinds) {
      if (manifest[kind]?.[name] !== undefined) manifest[kind][name] = `file:${tarball}`
    }
  }
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
}

/**
 * Creates a project that depends on every package of ours that any consumer depends on, so that npm resolves them once.
 *
 * @throws Error if two of them need different ranges of the same package
 */
export function joinRequests(consumers: readonly Consumer[], folder: string): Consumer {
  const dependencies: Record<string, string> = {}
  for (const consumer of consumers) {
    const manifest = JSON.parse(readFileSync(join(consumer.folder, 'package.json'), 'utf8'))
    const asked: Readonly<Record<string, string>> = { ...manifest.dependencies, ...manifest.devDependencies }
    for (const [name, range] of Object.entries(asked)) {
      if (!name.startsWith(scope)) continue
      dependencies[name] ??= range
      if (dependencies[name] !== range)
        throw new Error(`${consumer.name} asks for ${range} of ${name}, and another example for ${dependencies[name]}.`)
    }
  }
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }))
  return { name: 'that asks for what all of them do', folder }
}

/** Resolves the dependencies afresh, and returns the versions of our packages. */
export async function resolveAnew(
  { folder }: Consumer,
  options: Omit<CommandOptions, 'cwd'>,
): Promise<ReadonlyMap<string, string>> {
  const lock = join(folder, 'package-lock.json')
  // npm would keep what is there.
  for (const path of [lock, join(folder, 'node_modules')]) rmSync(path, { recursive: true, force: true })
  await command('npm', ['install', '--package-lock-only', '--ignore-scripts'], { ...options, cwd: folder })
  return installedVersions(lock)
}

/** Installs and runs an example. @throws Error with what it printed, if it fails. */
export async function runConsumer(consumer: Consumer, options: Omit<CommandOptions, 'cwd'>): Promise<void> {
  const where = { ...options, cwd: consumer.folder }
  try {
    await command('npm', ['install'], where)
    await command('npm', ['test'], where)
  } catch (error) {
    throw new Error(`The example ${consumer.name} does not run on the packages as published.`, { cause: error })
  }
}

/** The versions of our packages in a lock file. */
export function installedVersions(lock: string): ReadonlyMap<string, string> {
  const packages: Readonly<Record<string, { readonly version?: string }>> = JSON.parse(
    readFileSync(lock, 'utf8'),
  ).packages
  const ours = Object.entries(packages).filter(([path]) => path.includes(`node_modules/${scope}`))
  return new Map(ours.map(([path, { version = '' }]) => [path.split('node_modules/').at(-1) ?? path, version]))
}
