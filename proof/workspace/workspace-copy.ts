import { execFile } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { copyWorkspace, workspace } from '@partner-upgrades/tools/workspace-copy'

const run = promisify(execFile)

/** The result of a command. */
export interface Outcome {
  readonly code: number
  readonly output: string
}

/** A copy of the workspace, in which tests may run while files are changed. */
export interface WorkspaceCopy {
  /** The root of the copy. */
  readonly folder: string
  /** Runs a Node program in a package, and stops it after `limit` milliseconds; 0 for no limit. */
  readonly node: (name: string, words: readonly string[], limit?: number) => Promise<Outcome>
  /** The same in any folder of the workspace, such as `proof`. */
  readonly nodeIn: (folder: string, words: readonly string[], limit?: number) => Promise<Outcome>
  /** Calls `use` while a file of the specification has another text; restores the file and everything generated afterwards. */
  readonly withFile: <T>(file: string, text: string, use: () => Promise<T>) => Promise<T>
  /** Deletes the copy. */
  readonly remove: () => void
}

/** Copies the workspace, including uncommitted changes. */
export async function createWorkspaceCopy(): Promise<WorkspaceCopy> {
  const copy = mkdtempSync(join(tmpdir(), 'workspace-'))
  // Some tests start programs as another user.
  chmodSync(copy, 0o755)
  await copyWorkspace(copy)
  const specification = join(copy, 'packages', 'spec')
  const generated = join(specification, 'src', 'generated')
  const original = join(copy, 'generated')
  cpSync(generated, original, { recursive: true })

  const nodeIn: WorkspaceCopy['nodeIn'] = (folder, words, limit = 300_000) =>
    run(process.execPath, [...words], {
      cwd: join(copy, folder),
      maxBuffer: 1e8,
      timeout: limit,
      // Each command reloads all modules: cache what has been compiled.
      env: { ...process.env, NO_COLOR: '1', CI: '1', NODE_COMPILE_CACHE: join(copy, 'compiled') },
    }).then(
      ({ stdout: out, stderr }) => ({ code: 0, output: out + stderr }),
      ({ code, killed, stdout: out, stderr }) => ({
        code: typeof code === 'number' ? code : 1,
        output: `${out}${stderr}${killed ? `\nended after ${limit / 1000} s` : ''}`,
      }),
    )

  return {
    folder: copy,
    nodeIn,
    node: (name, words, limit) => nodeIn(join('packages', name), words, limit),
    withFile: async (file, text, use) => {
      writeFileSync(join(specification, file), text)
      try {
        return await use()
      } finally {
        cpSync(join(workspace, 'packages', 'spec', file), join(specification, file))
        rmSync(generated, { recursive: true })
        cpSync(original, generated, { recursive: true })
      }
    },
    remove: () => rmSync(copy, { recursive: true, force: true }),
  }
}
