// `npm run api:changes -- REF`: prints what has changed for users of the API since a commit, a branch or a tag, as Markdown.
import { join } from 'node:path'
import type { Comparison } from '@partner-upgrades/spec-diff'
import { compareWithSpecification, documentPath } from '../api-changes/comparison.ts'
import { toList } from '../api-changes/report.ts'
import { command } from '../command.ts'

const verdicts = {
  breaking: '**Breaks something for users: the specification, and what is built from it, needs a major version.**',
  feature: 'Adds something, and breaks nothing.',
  fix: 'Corrects texts only.',
}

/** The page that a reviewer of a pull request reads. */
export function changesPage({ impact, changes }: Comparison): string {
  const verdict = impact === undefined ? 'Nothing.' : verdicts[impact]
  const list = changes.length === 0 ? [] : ['', toList(changes)]
  return ['### What changes for users of the API', '', verdict, ...list, ''].join('\n')
}

/**
 * Compares the specification below `root` with what it was at `ref`.
 *
 * @throws {Error} if there is no such commit, or the documents cannot be compared.
 */
export async function apiChanges(root: string, ref: string): Promise<Comparison> {
  const show = ['show', '--end-of-options', `${ref}:${documentPath}`]
  const before = await command('git', show, { cwd: root, env: process.env })
  return compareWithSpecification(root, before, `${documentPath} of ${ref}`)
}

if (import.meta.main) {
  const [ref] = process.argv.slice(2)
  try {
    if (ref === undefined)
      throw new Error('Name a commit, a branch or a tag to compare with: npm run api:changes -- main')
    process.stdout.write(changesPage(await apiChanges(join(import.meta.dirname, '../..'), ref)))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  }
}
