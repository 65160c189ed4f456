// `npm run api:changes -- REF`: what has changed for users of the API since a commit, a branch or a tag, as Markdown.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command, tryCommand } from '../release/command.ts'

const document = 'packages/spec/src/generated/openapi.yaml'

/** The page that a reviewer reads: what the comparison said, whatever it was. */
export function changesPage(comparison: string, breaking: boolean): string {
  const verdict = breaking ? '**Breaks something for users: it needs a major version.**' : 'Breaks nothing for users.'
  // A fence longer than any in the text, or the text could end it.
  const fence = '`'.repeat(Math.max(3, ...[...comparison.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  return ['### What changes for users of the API', '', verdict, '', `${fence}text`, comparison, fence, ''].join('\n')
}

/**
 * Compares the specification below `root` with what it was at `ref`.
 *
 * @throws Error if git knows no such commit, or the documents cannot be compared
 */
export async function apiChanges(root: string, ref: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'api-changes-'))
  const options = { cwd: root, env: process.env }
  try {
    const old = join(folder, 'old.yaml')
    await writeFile(old, await command('git', ['show', '--end-of-options', `${ref}:${document}`], options))
    const cli = ['--conditions=@partner-upgrades/source', 'packages/contract-tests/src/cli.ts']
    const compare = [...cli, 'compare', old, join(root, document)]
    const { code, stdout, stderr } = await tryCommand(process.execPath, compare, options)
    if (code !== 0 && code !== 1) throw new Error(`The specification cannot be compared with that of ${ref}: ${stderr}`)
    return changesPage(stdout.trim(), code === 1)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const [ref] = process.argv.slice(2)
  try {
    if (ref === undefined)
      throw new Error('Name a commit, a branch or a tag to compare with: npm run api:changes -- main')
    process.stdout.write(await apiChanges(join(import.meta.dirname, '../..'), ref))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}
