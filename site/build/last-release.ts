import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareDocuments, readDocument } from '@partner-upgrades/spec-diff'
import type { SinceRelease } from '../pages/changelog.ts'

const documentPath = 'packages/spec/src/generated/openapi.json'

/** Returns the API changes since the last release among the ancestors of this commit; undefined if there was none. */
export function lastRelease(root: string): SinceRelease | undefined {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
  const pattern = '@partner-upgrades/spec@*'
  const [tag = ''] = git('tag', '--list', '--merged', 'HEAD', '--sort=-version:refname', pattern).split('\n')
  if (tag === '') return undefined
  const before = readDocument(git('show', '--end-of-options', `${tag}:${documentPath}`))
  return { tag, ...compareDocuments(before, readDocument(readFileSync(join(root, documentPath), 'utf8'))) }
}
