import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Comparison } from '@partner-upgrades/spec-diff'
import type { Page } from './page.ts'

/** The changes since a release of the specification. */
export interface SinceRelease extends Comparison {
  /** The release's tag. */
  readonly tag: string
}

/** Creates the changelog page: API changes since the last release, then pending changesets, then the packages' changelogs. */
export function changelogPage(root: string, since: SinceRelease | undefined): Page {
  const changesets = globSync('.changeset/*.md', { cwd: root })
    .sort()
    .map((file) => parseChangeset(readFileSync(join(root, file), 'utf8')))
  const packages = [...new Set(changesets.flatMap((each) => each.packages))].sort()
  const pending = packages.flatMap((name) => {
    const texts = changesets.filter((each) => each.packages.includes(name)).map(({ text }) => `- ${indent(text)}`)
    return [`### ${name}`, texts.join('\n')]
  })
  const released = globSync('packages/*/CHANGELOG.md', { cwd: root })
    .sort()
    .map((file) => readFileSync(join(root, file), 'utf8').replaceAll(/^(#+) /gm, '#$1 ') || basename(dirname(file)))
  const markdown = [
    '# Changelog',
    '## API changes',
    since === undefined ? 'The specification has not been released yet: all of it is new.' : changesOf(since),
    ...(pending.length > 0 ? ['## In the next release', ...pending] : []),
    ...released,
  ]
  return {
    path: 'changelog',
    title: 'Changelog',
    summary: 'What has changed in the API and in the packages.',
    group: 'Reference',
    markdown: `${markdown.join('\n\n')}\n`,
  }
}

function changesOf({ tag, changes }: SinceRelease): string {
  if (changes.length === 0) return `Nothing since ${tag}.`
  const lines = changes.map(
    ({ impact, subject, what, places }) => `- **${impact}** ${places.join(', ')}: ${subject} ${what}`,
  )
  return [`Since ${tag}:`, lines.join('\n')].join('\n\n')
}

/** Parses a changeset into the packages of its front matter and its text. */
export function parseChangeset(file: string): { readonly packages: readonly string[]; readonly text: string } {
  const [, head = '', text = ''] = file.split(/^---\n/m)
  const packages = head.split('\n').flatMap((line) => {
    const end = line.lastIndexOf(':')
    return end === -1
      ? []
      : [
          line
            .slice(0, end)
            .trim()
            .replaceAll(/^["']|["']$/g, ''),
        ]
  })
  return { packages, text: text.trim() }
}

const indent = (text: string): string => text.replaceAll(/\n(?=.)/g, '\n  ')
