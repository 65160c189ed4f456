import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleFolders } from '../examples/example-folders.ts'
import { publishedPackages } from '../packages/published.ts'
import { parseWorkflow, readWorkflows, scriptsIn } from './workflow.ts'
import { workflowFindings } from './workflow-findings.ts'

const root = join(import.meta.dirname, '../..')
const scripts = new Set(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts))
const workflows = readWorkflows(root)

describe('the workflows of this repository', () => {
  test.for(workflows.map((workflow) => [workflow.file, workflow] as const))('%s keeps the rules', ([, workflow]) => {
    expect(workflowFindings(workflow, scripts)).toEqual([])
  })

  test("there are four, and ci runs the README's test command", () => {
    expect(workflows.map(({ file }) => file.replace(/^.*\//, ''))).toEqual([
      'ci.yml',
      'compat.yml',
      'release.yml',
      'site.yml',
    ])
    const [, command = ''] =
      /```sh\n(npm ci && npm test)\n```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? []
    const runs = workflows.flatMap(({ jobs }) =>
      Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run)),
    )
    expect(runs).toContain(command)
  })

  test("the README's test command runs before publishing, in the same job", () => {
    const { publish } = workflows.find(({ file }) => file.endsWith('release.yml'))?.jobs ?? {}
    const steps = publish?.steps ?? []
    const tested = steps.findIndex(({ run }) => run === 'npm ci && npm test')
    const published = steps.findIndex(({ with: given }) => given?.['publish-script'] !== undefined)
    expect(tested).toBeGreaterThan(-1)
    expect(published).toBeGreaterThan(tested)
  })

  test('the supported versions of Node are those tested', () => {
    const security = readFileSync(join(root, 'SECURITY.md'), 'utf8')
    const promised = [...security.matchAll(/^\| (\d+)(?:, from (\S+))? \| \w+ 20\d\d \|/gm)]
    const { consumers } = workflows.find(({ file }) => file.endsWith('ci.yml'))?.jobs ?? {}
    expect(consumers?.strategy?.matrix?.node).toEqual(promised.map(([, major]) => major))
    const [[, , oldest] = []] = promised
    for (const { manifest } of publishedPackages(root))
      expect(manifest.engines?.node, manifest.name).toBe(`>=${oldest}`)
  })

  test('the oldest supported Node runs each example that supports it', () => {
    const [, oldest] = /^\| \d+, from (\S+) \|/m.exec(readFileSync(join(root, 'SECURITY.md'), 'utf8')) ?? []
    const { consumers } = workflows.find(({ file }) => file.endsWith('ci.yml'))?.jobs ?? {}
    const content = exampleFolders(root).filter((folder) => {
      const { engines } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      return engines?.node === `>=${oldest}`
    })
    const examples = content.map((folder) => basename(folder)).join(' ')
    expect(consumers?.strategy?.matrix?.include).toEqual([{ node: oldest, examples }])
  })

  test('one action is pinned to one commit everywhere', () => {
    const pins = workflows.flatMap(({ text }) => [...text.matchAll(/uses: ([\w-]+\/[\w-]+)[\w/-]*@(\S+ # \S+)/g)])
    const commits = new Map<string, Set<string>>()
    for (const [, action = '', pin = ''] of pins) commits.set(action, (commits.get(action) ?? new Set()).add(pin))
    for (const [action, found] of commits) expect([...found], action).toHaveLength(1)
  })

  test('only the jobs that must may write, and only two may request an identity token', () => {
    const writers = workflows.flatMap(({ file, jobs }) =>
      Object.entries(jobs).flatMap(([name, { permissions }]) =>
        Object.entries(permissions ?? {}).flatMap(([what, access]) =>
          access === 'write' ? [`${file.replace(/^.*\//, '')} ${name}: ${what}`] : [],
        ),
      ),
    )
    expect(writers).toEqual([
      'ci.yml comment: pull-requests',
      'release.yml version: contents',
      'release.yml version: pull-requests',
      'release.yml publish: contents',
      'release.yml publish: id-token',
      'site.yml publish: pages',
      'site.yml publish: id-token',
    ])
  })
})

describe('a workflow that breaks a rule is reported', () => {
  const commit = '0123456789abcdef0123456789abcdef01234567'
  const good = [
    'on: { push: }',
    'permissions: {}',
    'jobs:',
    '  build:',
    '    permissions: { contents: read }',
    '    timeout-minutes: 5',
    '    steps:',
    `      - uses: actions/checkout@${commit} # v1.2.3`,
    '        with: { persist-credentials: false }',
    '      - run: npm run --silent known -- "$NAME"',
  ].join('\n')
  const findings = (text: string) => workflowFindings(parseWorkflow('a.yml', text), new Set(['known', 'test']))

  test('but not one that keeps them', () => {
    expect(findings(good)).toEqual([])
  })

  const broken: readonly (readonly [rule: string, from: string, to: string, says: string])[] = [
    ['a script that does not exist', 'known', 'unknown', 'there is no npm script unknown'],
    ['an action by its tag', `@${commit} # v1.2.3`, '@v1', 'actions/checkout@v1 is not pinned'],
    ['a commit without its version', ' # v1.2.3', '', 'is not pinned'],
    ['a job without permissions', '    permissions: { contents: read }\n', '', 'build: states no permissions'],
    ['a job with all permissions', '{ contents: read }', 'write-all', 'build: states no permissions'],
    ['permissions for all jobs', 'permissions: {}', 'permissions: { contents: write }', 'permissions: {}'],
    ['a job without a time limit', '    timeout-minutes: 5\n', '', 'build: states no timeout-minutes'],
    ['pull_request_target', 'push:', 'pull_request_target:', 'pull_request_target runs with our secrets'],
    ['an expression in a command', '"$NAME"', `\${{ github.event.issue.title }}`, 'lets anyone inject commands'],
    ['a checkout that keeps its token', 'false', 'true', 'persist-credentials: false'],
  ]
  test.for(broken)('%s', ([, from, to, says]) => {
    const text = good.replace(from, to)
    expect(text).not.toBe(good)
    expect(findings(text).join('\n')).toContain(says)
  })

  test('a script in the input of an action counts', () => {
    const text = `${good}\n      - uses: a/b@${commit} # v1.0.0\n        with: { publish-script: npm run gone }`
    expect(findings(text)).toEqual(['a.yml: build: there is no npm script gone'])
  })
})

test('npm scripts are found wherever a command starts one', () => {
  expect(scriptsIn('npm ci && npm test\nnpm run --silent a:b -- c | tee x; npm run d')).toEqual(['test', 'a:b', 'd'])
})
