// Whatever the documentation names exists, and whatever users can set is documented.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { publishedPackages } from './packages/published.ts'
import { workspaceFolders } from './workspaces.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const workspaces = new Map(
  workspaceFolders(root).map((folder) => [manifestOf(folder).name, manifestOf(folder).scripts]),
)

const pages = globSync(['*.md', 'docs/*.md', '{packages,examples}/*/README.md', 'proof/README.md'], {
  cwd: root,
}).sort()

describe.each(pages)('%s', (page) => {
  const text = read(page)
  const folder = join(root, dirname(page))

  test('links to files and headings that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)]
    const lost = links.filter(([, path = '', heading]) => {
      const target = path === '' ? join(root, page) : join(folder, path)
      if (!existsSync(target)) return true
      const file = statSync(target).isDirectory() ? join(target, 'README.md') : target
      return heading !== undefined && !headingsOf(readFileSync(file, 'utf8')).includes(heading)
    })
    expect(lost.map(([link]) => link)).toEqual([])
  })

  test('names npm scripts that exist where it says', () => {
    const own = existsSync(join(folder, 'package.json')) && page.startsWith('examples/') ? folder : root
    const commands = [...text.matchAll(/npm run (?:--silent )?([\w:-]+)(?:[^\n`|]*? -w (@[\w/-]+))?/g)]
    const lost = commands.filter(([, script = '', name]) => {
      const scripts = name === undefined ? manifestOf(own).scripts : workspaces.get(name)
      return scripts?.[script] === undefined
    })
    expect(lost.map(([command]) => command)).toEqual([])
  })

  test('names files and folders of this repository by their paths', () => {
    const paths = [
      ...text.matchAll(/`((?:packages|tools|examples|bench|proof|pipelines|src|rules|components|paths)\/[\w./-]+)`/g),
    ]
    const lost = paths.filter(([, path = '']) => {
      // Files that commands write are missing before the first run.
      if (/(^|\/)(reports|dist)\//.test(path)) return false
      return !existsSync(join(root, path)) && !existsSync(join(folder, path))
    })
    expect(lost.map(([, path]) => path)).toEqual([])
  })
})

test('the README introduces every package that is published', () => {
  const introduced = [...read('README.md').matchAll(/^\*\*\[`(.+?)`\]\((.+?)\)\*\*/gm)].map(
    ([, name, folder]) => `${name} ${folder}`,
  )
  const published = publishedPackages(root).map(({ manifest, path }) => `${manifest.name} ${path}`)
  expect(introduced).toEqual(expect.arrayContaining(published))
})

test('the comparison with PowerShell names commands of the command line that exist', () => {
  const cells = read('docs/compare-powershell.md')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split(' | ')[2] ?? '')
  const spans = cells.flatMap((cell) => cell.split('`').filter((_, index) => index % 2 === 1))
  const words = spans.map((span) => span.split(' ')[0] ?? '').filter((word) => word === word.toLowerCase())
  const commands = words.filter((word) => word !== 'partner-upgrades')
  expect(commands.length).toBeGreaterThan(8)
  const lost = commands.filter((name) => !existsSync(join(root, 'packages/cli/src/commands', name)))
  expect(lost).toEqual([])
})

function headingsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\d\- ]/gu, '')
      .replaceAll(' ', '-'),
  )
}

describe('each option is named in its README', () => {
  test.for([
    ['client', 'options/client-options.ts', 'ProductUpgradesClientOptions'],
    ['mocks', 'service/options.ts', 'PartnerCenterMockOptions'],
    ['bulk', 'upgrade-customers.ts', 'UpgradeCustomersOptions'],
    ['bulk', 'run/run-options.ts', 'RunOptions'],
  ] as const)('%s: %s, %s', ([name, file, type]) => {
    const source = read(`packages/${name}/src/${file}`)
    const [, body = ''] = new RegExp(`interface ${type}\\b.*?\\{\\n(.*?)^\\}`, 'ms').exec(source) ?? []
    const options = [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, option = '']) => option)
    expect(options.length).toBeGreaterThan(2)
    const page = read(`packages/${name}/README.md`)
    expect(options.filter((option) => !new RegExp(`\`[^\`\\n]*\\b${option}\\b`).test(page))).toEqual([])
  })
})

test('each script of the workspace is documented on a page, or run by a workflow', () => {
  const known = [
    ...pages.map(read),
    ...['ci', 'compat', 'release'].map((name) => read(`.github/workflows/${name}.yml`)),
  ]
  const scripts = Object.keys(manifestOf(root).scripts)
  const lost = scripts.filter(
    (script) => !known.some((text) => new RegExp(`npm (run (--silent )?)?${script}(?![\\w:-])`).test(text)),
  )
  expect(lost).toEqual([])
})

test.for(['.', ...publishedPackages(root).map(({ path }) => path)])(
  'the page of %s names the oldest Node',
  (folder) => {
    const [, oldest] = /^\| \d+, from (\S+) \|/m.exec(read('SECURITY.md')) ?? []
    expect(read(join(folder, 'README.md'))).toContain(`Node ${oldest}`)
  },
)
