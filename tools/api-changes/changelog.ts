// Part of `npm run release:version`: adds the API changes to the changelog of the specification, in the section of the new version
// that `changeset version` has just created.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { specName } from './released.ts'
import { toList } from './report.ts'
import { changesSince } from './since.ts'

const title = '### API changes'

/** Inserts the API changes at the head of a version's section; leaves the changelog unchanged if that is missing or already has them. */
export function withApiChanges(changelog: string, version: string, text: string): string {
  const heading = `## ${version}\n`
  const [before, after] = changelog.split(heading)
  if (before === undefined || after === undefined) return changelog
  const [chapter = ''] = after.split(/^## /m)
  return chapter.includes(title) ? changelog : `${before}${heading}\n${title}\n\n${text}\n${after}`
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..')
  const file = join(root, 'packages/spec/CHANGELOG.md')
  const { version } = JSON.parse(readFileSync(join(root, 'packages/spec/package.json'), 'utf8'))
  const changed = changesSince(root, {})
  const isOut = changed?.packages.find(({ name }) => name === specName)?.isOut ?? false
  const text = changed === undefined ? 'The first release: all of it is new.' : toList(changed.changes)
  if (existsSync(file) && !isOut && text !== '') {
    const changelog = readFileSync(file, 'utf8')
    writeFileSync(file, withApiChanges(changelog, version, text))
  }
}
