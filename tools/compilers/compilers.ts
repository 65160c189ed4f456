import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command, type Outcome, tryCommand } from '../command.ts'
import { byHand } from '../examples/environment.ts'
import { publishedPackages } from '../packages/published.ts'
import { pack } from '../packages/tarball.ts'

/** How a program resolves its imports. */
export type Resolution = 'node16' | 'nodenext' | 'bundler'

/** A program of the consumer, and how it is compiled. */
export interface Program {
  readonly files: readonly string[]
  /** How it resolves its imports. */
  readonly resolution: Resolution
  /** Whether it has the types of a browser besides those of Node. */
  readonly dom: boolean
}

/** A project with our packages, installed from their tarballs, and several versions of TypeScript. */
export interface Project {
  readonly folder: string
  /** Whether msw declares support for a version of TypeScript, given by its alias such as `typescript-5.5`. */
  suitsMsw(compiler: string): boolean
  /** Compiles a program as strictly as possible, declarations of packages included. */
  compile(compiler: string, program: Program): Promise<Outcome>
  remove(): Promise<void>
}

const sandbox = join(import.meta.dirname, '../../proof/sandboxes/compilers')
const env = byHand(process.env, process.execPath)

/** The aliases of all versions of TypeScript, oldest first. */
export const compilers: readonly string[] = Object.keys(
  JSON.parse(readFileSync(join(sandbox, 'package.json'), 'utf8')).devDependencies,
).filter((name) => name.startsWith('typescript-'))

/** The file of a program that imports every entry of our packages that has types. */
export const everyEntry = 'every-entry.ts'

function programOfEveryEntry(root: string): string {
  const entries = publishedPackages(root).flatMap(({ manifest: { name, exports = {} } }) =>
    Object.entries(exports).flatMap(([path, target]) =>
      typeof target === 'object' && target !== null && 'types' in target ? [`${name}${path.slice(1)}`] : [],
    ),
  )
  return entries.map((entry, index) => `export * as entry${index} from '${entry}'\n`).join('')
}

/** Installs the compilers from the lock file, together with our packages as built below `root`. */
export async function createProject(root: string): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'compilers-'))
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(sandbox, file), join(folder, file))
  cpSync(join(import.meta.dirname, 'consumer'), join(folder, 'consumer'), { recursive: true })
  const folders = publishedPackages(root).map((each) => each.folder)
  const tarballs = (await pack(folders, folder)).map(({ file }) => file)
  await command('npm', ['install', '--ignore-scripts', ...tarballs], { cwd: folder, env })

  writeFileSync(join(folder, 'consumer', everyEntry), programOfEveryEntry(root))

  const manifestOf = (name: string) =>
    JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'))
  return {
    folder,
    suitsMsw: (compiler) => fits(manifestOf(compiler).version, manifestOf('msw').peerDependencies.typescript),
    compile: (compiler, { files, resolution, dom }) => {
      const strictness = [
        '--strict',
        '--exactOptionalPropertyTypes',
        '--noUncheckedIndexedAccess',
        '--skipLibCheck',
        'false',
      ]
      const module = ['--module', resolution === 'bundler' ? 'esnext' : resolution, '--moduleResolution', resolution]
      const types = ['--target', 'es2022', ...(dom ? [] : ['--lib', 'es2022']), '--types', 'node']
      const args = [join(folder, 'node_modules', compiler, 'bin/tsc'), '--noEmit', ...strictness, ...module, ...types]
      return tryCommand(process.execPath, [...args, ...files], { cwd: join(folder, 'consumer'), env })
    },
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  }
}

/** Whether a version fits a range such as `>=5.9.x`. */
function fits(version: string, range: string): boolean {
  const [, least] = /^>=\s*(\d+\.\d+)/.exec(range) ?? []
  if (least === undefined) throw new Error(`The TypeScript range of msw is not understood: ${range}.`)
  return version.localeCompare(least, 'en', { numeric: true }) >= 0
}
