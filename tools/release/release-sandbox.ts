import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, type Outcome, tryCommand } from '../command.ts'
import { publishedPackages } from '../packages/published.ts'
import { copyWorkspace } from '../workspace-copy.ts'

/** A clone of the repository in which a release is made as a person would make it: with its npm scripts. */
export interface ReleaseSandbox {
  readonly folder: string
  /** Runs an npm script of the root. @throws Error with what it printed, if it fails. */
  script(name: string, ...args: readonly string[]): Promise<string>
  /** Runs an npm script of the root, which may fail. */
  tryScript(name: string, ...args: readonly string[]): Promise<Outcome>
  commit(message: string): Promise<void>
  /** Writes a changeset that asks for a bump of each of these packages. */
  changeset(bump: 'major' | 'minor' | 'patch', packages: readonly string[], text: string): void
  /** The published packages and the versions that they have now. */
  versions(): ReadonlyMap<string, string>
}

/** Clones the repository to `folder`, with its uncommitted changes. */
export async function createReleaseSandbox(
  folder: string,
  env: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<ReleaseSandbox> {
  await copyWorkspace(folder)
  const options = { cwd: folder, env, signal }
  const git = (...args: readonly string[]) => command('git', args, options)
  const sandbox: ReleaseSandbox = {
    folder,
    script: (name, ...args) => command('npm', ['run', name, '--', ...args], options),
    tryScript: (name, ...args) => tryCommand('npm', ['run', name, '--', ...args], options),
    commit: async (message) => {
      await git('add', '--all')
      await git('commit', '--quiet', '--allow-empty', '--no-verify', '--message', message)
    },
    changeset: (bump, packages, text) => {
      const bumps = packages.map((name) => `"${name}": ${bump}`)
      const file = join(folder, '.changeset', `rehearsal-${bump}.md`)
      writeFileSync(file, ['---', ...bumps, '---', '', text, ''].join('\n'))
    },
    versions: () => new Map(publishedPackages(folder).map(({ manifest }) => [manifest.name, manifest.version])),
  }
  await git('config', 'user.name', 'Rehearsal')
  await git('config', 'user.email', 'rehearsal@localhost')
  await sandbox.commit('Uncommitted changes')
  return sandbox
}
