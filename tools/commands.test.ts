import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { publishedPackages } from './packages/published.ts'

// Runs the commands themselves, as CI does, and returns their output and exit code.
function run(command: string, ...args: readonly string[]) {
  const script = join(import.meta.dirname, `${command}.ts`)
  const words = ['--conditions=@partner-upgrades/source', script, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  return { code: status, stdout: stdout.trim(), stderr: stderr.trim() }
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'commands-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [
    { assertionResults: [1, 2, 2].map((line) => ({ status: 'passed', fullName: 'a', location: { line, column: 1 } })) },
  ],
}
const failure = { status: 'failed', fullName: 'a wait > ends', failureMessages: ['expected 1'] }

/** Creates a workspace of one package, whose tests and proofs have left these reports, or a text in place of one. */
function workspaceWith(reports: Readonly<Record<string, object | string>>): string {
  const root = folder()
  const own = join(root, 'packages', 'a')
  mkdirSync(join(own, 'reports'), { recursive: true })
  writeFileSync(join(root, 'package.json'), JSON.stringify({ workspaces: ['packages/*'] }))
  writeFileSync(join(own, 'package.json'), JSON.stringify({ scripts: { test: 'vitest', proof: 'vitest' } }))
  for (const [name, content] of Object.entries(reports))
    writeFileSync(join(own, 'reports', `${name}.json`), typeof content === 'string' ? content : JSON.stringify(content))
  return root
}

const good = ['npm test=0', 'npm run proof=0']

test.for<[what: string, reports: Readonly<Record<string, object | string>>, stages: readonly string[], line: string]>([
  [
    'a stage failed, and no test',
    { test: report, proof: report },
    ['npm test=1', 'npm run proof=0'],
    '6 passed, 1 failed',
  ],
  [
    'a test failed',
    {
      test: report,
      proof: {
        ...report,
        numFailedTests: 1,
        success: false,
        testResults: [...report.testResults, { assertionResults: [failure] }],
      },
    },
    ['npm test=0', 'npm run proof=1'],
    '6 passed, 1 failed',
  ],
  ['a report is missing', { test: report }, good, '3 passed, 1 failed, 1 run left no report'],
  [
    'a report is half written',
    { test: report, proof: '{"numPassedTests": 3' },
    good,
    '3 passed, 1 failed, 1 run left no report',
  ],
  [
    'a test was skipped',
    { test: report, proof: { ...report, numPendingTests: 1 } },
    good,
    '6 passed, 0 failed, 1 skipped',
  ],
  ['nothing was tested', { test: report, proof: { ...report, numPassedTests: 0 } }, good, '3 passed, 0 failed'],
])('CI fails if %s', ([, reports, stages, line]) => {
  const { code, stdout } = run('report-sum', '--root', workspaceWith(reports), ...stages)
  expect(code).toBe(1)
  expect(stdout.replace(/ \(.*/, '')).toBe(line)
})

test('CI passes if all stages and tests do', () => {
  const root = workspaceWith({ test: report, proof: report })
  const stdout = '6 passed, 0 failed (4 distinct tests passed, 2 of them parametrised with 4 cases)'
  expect(run('report-sum', '--root', root, ...good)).toEqual({ code: 0, stdout, stderr: '' })
})

test.for([
  ['complete', 'sha512-AAAA', 0],
  ['1 findings; run npm install with the versions pinned', undefined, 1],
] as const)('a lock file is %s', ([said, integrity, code]) => {
  const file = join(folder(), 'package-lock.json')
  writeFileSync(file, JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0', integrity } } }))
  expect(run('lock-complete', file)).toMatchObject({ code, stdout: `${file}: ${said}` })
})

const packages = join(import.meta.dirname, '../packages')

/** Checks this workspace with a single changeset against an earlier specification whose eligibility had one more property. */
function releaseOf(bump: 'patch' | 'minor' | 'major') {
  const root = folder()
  writeFileSync(join(root, 'package.json'), JSON.stringify({ workspaces: ['packages/*'] }))
  symlinkSync(packages, join(root, 'packages'))
  mkdirSync(join(root, '.changeset'))
  const promised = publishedPackages(root)
    .map(({ manifest }) => `"${manifest.name}": ${bump}\n`)
    .join('')
  writeFileSync(join(root, '.changeset', 'a-change.md'), `---\n${promised}---\n\nA change.\n`)
  const document = JSON.parse(readFileSync(join(packages, 'spec/src/generated/openapi.json'), 'utf8'))
  const earlier = join(root, 'earlier.json')
  document.components.schemas.ProductUpgradesEligibility.properties.urgency = { type: 'string' }
  writeFileSync(earlier, JSON.stringify(document))
  return run('api-changes/main', '--root', root, '--old', earlier)
}

test('a release that breaks more than its changesets promise is refused, with what is missing', () => {
  const { code, stdout } = releaseOf('minor')
  expect(stdout).toContain('- **breaking** checkProductUpgradeEligibility 200: `urgency` is gone')
  expect(stdout).toContain('The changesets promise too little: run `npm run changeset`, and choose major for')
  expect(code).toBe(1)
})

test('a release whose changesets promise as much as it breaks is accepted', () => {
  expect(releaseOf('major')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('The changesets promise enough.'),
  })
})

test.for([
  [['--old', 'nowhere.json'], /^nowhere\.json cannot be read: [^\n]+$/],
  [['--new', 'x'], /^Unknown option '--new'/],
] as const)('a release check with the invalid arguments %j exits with 2', ([words, line]) => {
  expect(run('api-changes/main', ...words)).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(line) })
})
