import { expect, test } from 'vitest'
import { type CommandDescription, commandPages } from './command.ts'
import type { Page } from './page.ts'

const command = (words: readonly string[], given: Partial<CommandDescription> = {}): CommandDescription => ({
  words,
  page: words.length === 0 ? 'commands/index' : `commands/${words.join('-')}`,
  summary: `Does ${words.at(-1) ?? 'it all'}`,
  usage: ['tool', ...words, '[options]'].join(' '),
  arguments: [],
  options: [],
  more: '',
  ...given,
})
const commands = [
  command([], { more: 'Exit codes:\n  0 done,\n  1 failed' }),
  command(['list'], {
    arguments: [{ term: 'file', description: 'the list' }],
    options: [{ term: '--only <ids>', description: 'with --file: from ONLY_THESE' }],
    more: 'Reads the list of\n--file.\n\nExamples:\n  $ partner-upgrades list a.csv  one\n  $ partner-upgrades listing',
  }),
  command(['group'], { more: 'Examples:\n  $ partner-upgrades group list  all\n  $ partner-upgrades group add b' }),
  command(['group', 'list']),
]
const guide: Page = {
  path: 'guides/command-line',
  title: 'At the command line',
  summary: '',
  group: 'Guides',
  markdown: [
    '# Title',
    '## Commands',
    '| command | what it does |\n|---|---|\n| `list FILE` | reads a file: [below](#listing) |\n| `group add`, `group list` | one or all |',
    '## Listing',
    '`lists` are no command, and neither is `group listing`.',
    '## Listing',
    '```console\n$ partner-upgrades list a.csv\n```',
  ].join('\n\n'),
}
const other: Page = { ...guide, path: 'guides/other', markdown: '# Other\n\nA method is `list`.\n' }
const pages = new Map(commandPages(commands, [guide, other]).map((page) => [page.path, page]))

test('the page of a command has the content of its help, with options as code', () => {
  expect(pages.get('commands/list')).toEqual({
    path: 'commands/list',
    title: 'partner-upgrades list',
    label: 'list',
    summary: 'Does list.',
    group: 'Commands',
    markdown: `# partner-upgrades list

Does list.

\`\`\`txt
tool list [options]
\`\`\`

Reads the list of \`--file\`.

## Arguments

- **\`file\`** the list

## Options

- **\`--only <ids>\`** with \`--file\`: from \`ONLY_THESE\`

## Examples

\`\`\`console
$ partner-upgrades list a.csv  # one
\`\`\`

## In the guides

- [At the command line: Commands](../guides/command-line.md#commands): reads a file
- [At the command line: Listing](../guides/command-line.md#listing-1)
`,
  })
})

test('a subcommand has the examples of its group, and guide entries that cover several commands', () => {
  const { markdown = '' } = pages.get('commands/group-list') ?? {}
  expect(markdown).toContain('# partner-upgrades group list\n')
  expect(markdown).toContain('## Examples\n\n```console\n$ partner-upgrades group list  # all\n```')
  expect(markdown).toMatch(/## In the guides\n\n- \[.*: Commands\]\(.*#commands\): one or all\n$/)
})

test('the pages of the program and of a group link to their commands', () => {
  const { markdown = '', label } = pages.get('commands/index') ?? {}
  expect(label).toBe('All commands')
  expect(markdown).toContain('| [`list`](../commands/list.md) | Does list |\n| [`group`](../commands/group.md) |')
  expect(markdown).not.toContain('group list')
  expect(markdown).toContain('## Exit codes\n\n```txt\n0 done,\n1 failed\n```')
  expect(pages.get('commands/group')?.markdown).toContain('| [`group list`](../commands/group-list.md) | Does list |')
})
