import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { exampleFiles } from './example-files.ts'
import { join as paragraphs } from './markdown.ts'
import { linkTo, type Page } from './page.ts'

/** A page of the repository that the site shows under another heading than its folder would say. */
export interface Guide {
  /** Where the text is, below the root of the repository. */
  readonly file: string
  readonly path: string
  readonly title: string
}

/** What somebody comes for, and the page that tells it. A guide whose page is not there is left out. */
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

/** For coding agents; and the first page, which the home page shows. */
const elsewhere = ['AGENTS.md', 'README.md']

/** The pages of the repository below `root`, in their own words. */
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

/** The text of a file of the repository as it reads at another place: links to what the site has lead there, others are left as words. */
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

/** The first paragraph, as one line. */
export function summaryOf(text: string): string {
  const paragraphs = text.split(/\n{2,}/).filter((each) => !/^(#|```|\||- |>)/.test(each))
  const plain = (paragraphs[0] ?? '').replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, '$1').replaceAll(/[*`]/g, '')
  return plain.replaceAll(/\s+/g, ' ').trim()
}
