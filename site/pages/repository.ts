import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { exampleFiles } from './example-files.ts'
import { join as paragraphs } from './markdown.ts'
import { linkTo, type Page } from './page.ts'

/** A page of the repository that the site shows as a guide, with a path and title of its own. */
export interface Guide {
  /** The Markdown file, relative to the root of the repository. */
  readonly file: string
  readonly path: string
  readonly title: string
}

/** The guides, in the order of the navigation. A guide whose file does not exist is omitted. */
export const guides: readonly Guide[] = [
  { file: 'docs/before-you-begin.md', path: 'guides/before-you-begin', title: 'Before you begin' },
  { file: 'packages/client/README.md', path: 'guides/first-upgrade', title: 'Your first upgrade' },
  { file: 'packages/cli/README.md', path: 'guides/command-line', title: 'At the command line' },
  { file: 'packages/bulk/README.md', path: 'guides/many-customers', title: '300 customers over a weekend' },
  { file: 'packages/fleet/README.md', path: 'guides/fleet', title: 'A fleet of machines' },
  { file: 'packages/mocks/README.md', path: 'guides/testing', title: 'Testing your code' },
  { file: 'pipelines/README.md', path: 'guides/ci', title: 'The contract in your CI' },
  { file: 'packages/contract-tests/README.md', path: 'guides/providers', title: 'Your own provider' },
  { file: 'packages/credentials/README.md', path: 'guides/credentials', title: 'Tokens' },
  { file: 'docs/troubleshooting.md', path: 'guides/troubleshooting', title: 'Troubleshooting' },
  { file: 'docs/compare-powershell.md', path: 'guides/powershell', title: 'Compared with PowerShell' },
]

const shown = [
  '*.md',
  'docs/**/*.md',
  'packages/*/README.md',
  'examples/*/README.md',
  'pipelines/README.md',
  'proof/README.md',
]

/** Files without a page of their own: AGENTS.md is for coding agents, and the home page shows README.md. */
const elsewhere = ['AGENTS.md', 'README.md']

/** Creates pages from the Markdown files of the repository below `root`. */
export function repositoryPages(root: string): readonly Page[] {
  const paths = pathsOf(root)
  return [...paths].map(([file, path]) => {
    const text = readFileSync(join(root, file), 'utf8')
    const guide = guides.find((each) => each.file === file)
    const heading = /^# (.*)$/m.exec(text)?.[1] ?? file
    const title = guide?.title ?? heading
    const isExample = file.startsWith('examples/')
    return {
      path,
      title,
      summary: summaryOf(text),
      group: guide !== undefined ? 'Guides' : isExample ? 'Examples' : undefined,
      markdown: paragraphs([
        withLinks(root, file, text, path, paths),
        isExample ? exampleFiles(dirname(`${root}/${file}`)) : '',
      ]),
    }
  })
}

/** Adapts the text of a repository file to its page: links to files that the site shows lead to their pages, others become plain text. */
export function withLinks(
  root: string,
  file: string,
  text: string,
  path: string,
  paths: ReadonlyMap<string, string> = pathsOf(root),
): string {
  return text.replaceAll(/\[([^[\]]*)\]\((?!https?:|#)([^()#\s]+)(#[^()]+)?\)/g, (_, words, target, anchor = '') => {
    const at = join(dirname(file), target).replace(/\/$/, '')
    const isFolder = existsSync(join(root, at)) && statSync(join(root, at)).isDirectory()
    const page = at === 'README.md' ? 'index' : paths.get(isFolder ? join(at, 'README.md') : at)
    return page === undefined ? words : `[${words}](${linkTo(path, page, anchor)})`
  })
}

function pathsOf(root: string): ReadonlyMap<string, string> {
  const files = globSync([...shown], { cwd: root, exclude: (name) => name.includes('node_modules') })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !elsewhere.includes(file))
    .sort()
  const order = guides.map(({ file }) => file).filter((file) => files.includes(file))
  const all = [...order, ...files.filter((file) => !order.includes(file))]
  return new Map(all.map((file) => [file, guides.find((each) => each.file === file)?.path ?? pathOf(file)]))
}

function pathOf(file: string): string {
  return `repository/${file
    .replace(/\/README\.md$/, '')
    .replace(/\.md$/, '')
    .toLowerCase()}`
}

/** Returns the first paragraph as one line of plain text. */
export function summaryOf(text: string): string {
  const paragraphs = text.split(/\n{2,}/).filter((each) => !/^(#|```|\||- |>)/.test(each))
  const plain = (paragraphs[0] ?? '').replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replaceAll(/[*`]/g, '')
  return plain.replaceAll(/\s+/g, ' ').trim()
}
