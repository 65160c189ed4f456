import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

// The commands themselves, as CI runs them: what they print, and how they end.
function run(command: string, ...args: readonly string[]) {
  const script = join(import.meta.dirname, `${command}.ts`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
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
  testResults: [],
}
const failure = { status: 'failed', fullName: 'a wait > ends', failureMessages: ['expected 1'] }

/** A workspace of one package, whose tests and proofs have left these reports. */
function workspaceWith(reports: Readonly<Record<string, object | undefined>>): string {
  const root = folder()
  const own = join(root, 'packages', 'a')
  mkdirSync(join(own, 'reports'), { recursive: true })
  writeFileSync(join(root, 'package.json'), JSON.stringify({ workspaces: ['packages/*'] }))
  writeFileSync(join(own, 'package.json'), JSON.stringify({ scripts: { test: 'vitest', proof: 'vitest' } }))
  for (const [name, content] of Object.entries(reports))
    if (content) writeFileSync(join(own, 'reports', `${name}.json`), JSON.stringify(content))
  return root
}

const good = ['npm test=0', 'npm run proof=0']

test.for<
  [what: string, reports: Readonly<Record<string, object | undefined>>, stages: readonly string[], line: string]
>([
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
      proof: { ...report, numFailedTests: 1, success: false, testResults: [{ assertionResults: [failure] }] },
    },
    ['npm test=0', 'npm run proof=1'],
    '6 passed, 1 failed',
  ],
  ['a report is missing', { test: report }, good, '3 passed, 1 failed'],
  [
    'a test was skipped',
    { test: report, proof: { ...report, numPendingTests: 1 } },
    good,
    '6 passed, 0 failed, 1 skipped',
  ],
  ['nothing was tested', { test: report, proof: { ...report, numPassedTests: 0 } }, good, '3 passed, 0 failed'],
])('CI fails where %s', ([, reports, stages, line]) => {
  const { code, stdout } = run('report-sum', '--root', workspaceWith(reports), ...stages)
  expect(code).toBe(1)
  expect(stdout).toBe(line)
})

test('CI passes where all stages and tests do', () => {
  const root = workspaceWith({ test: report, proof: report })
  expect(run('report-sum', '--root', root, ...good)).toEqual({ code: 0, stdout: '6 passed, 0 failed', stderr: '' })
})

test.for([
  ['complete', 'sha512-AAAA', 0],
  ['1 findings; run npm install with the versions pinned', undefined, 1],
] as const)('a lock file is %s', ([said, integrity, code]) => {
  const file = join(folder(), 'package-lock.json')
  writeFileSync(file, JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0', integrity } } }))
  expect(run('lock-complete', file)).toMatchObject({ code, stdout: `${file}: ${said}` })
})
