import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const workspace = join(import.meta.dirname, '..', '..', '..', '..')

/** What a command came to. */
export interface Outcome {
  readonly code: number
  readonly output: string
}

/** The workspace once more, to be broken. */
export interface WorkspaceCopy {
  readonly folder: string
  /** Runs a program of Node in a package, ended after `limit` milliseconds; after 0, never. */
  readonly node: (room: string, words: readonly string[], limit?: number) => Promise<Outcome>
  /** Runs while one file of the specification holds another text; everything generated is put back afterwards. */
  readonly withFile: <T>(file: string, text: string, use: () => Promise<T>) => Promise<T>
  readonly remove: () => void
}

export async function copyWorkspace(): Promise<WorkspaceCopy> {
  const copy = mkdtempSync(join(tmpdir(), 'mutated-'))
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard', 'packages', 'tools', '*.json']
  const { stdout } = await run('git', listed, { cwd: workspace })
  // Git lists what has been deleted and not committed, too.
  for (const file of stdout.split('\n').filter((name) => name !== '' && existsSync(join(workspace, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(workspace, file), join(copy, file), { force: true })
  }
  linkModules(join(workspace, 'node_modules'), join(copy, 'node_modules'))
  const specification = join(copy, 'packages', 'spec')
  const generated = join(specification, 'src', 'generated')
  const original = join(copy, 'generated')
  cpSync(generated, original, { recursive: true })

  return {
    folder: copy,
    node: (room, words, limit = 120_000) =>
      run(process.execPath, [...words], {
        cwd: join(copy, 'packages', room),
        maxBuffer: 1e8,
        timeout: limit,
        // Each command loads everything anew: what has been compiled once need not be again.
        env: { ...process.env, NO_COLOR: '1', CI: '1', NODE_COMPILE_CACHE: join(copy, 'compiled') },
      }).then(
        ({ stdout: out, stderr }) => ({ code: 0, output: out + stderr }),
        ({ code, stdout: out, stderr }) => ({ code: typeof code === 'number' ? code : 1, output: `${out}${stderr}` }),
      ),
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

/** Our own packages are links to the workspace: the copy needs its own, or it would test the original. */
function linkModules(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from)) {
    const [source, target] = [join(from, entry), join(to, entry)]
    if (entry === '@partner-upgrades' || entry === '.bin')
      cpSync(source, target, { recursive: true, verbatimSymlinks: true })
    else if (!entry.startsWith('.')) symlinkSync(source, target)
  }
}
