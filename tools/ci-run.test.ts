// Runs `.ci/run` itself on a small tree with one thing broken: it fails, and its closing line is true.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'

const workspace = join(import.meta.dirname, '..')
const vitest = join(workspace, 'node_modules/vitest/vitest.mjs')
const mocksOfTools = ['chromium', 'tmux', 'zsh', 'fish', 'openssl', 'soffice', 'apt-get']

const config = (name: string, more = '') => `import { nodeProject } from '../../../../../vitest.ts'
export default nodeProject({
  include: ['src/*.${name}.ts'],
  reporters: [['json', { outputFile: 'reports/${name}.json' }]${more}],
})`
const good = `import { expect, test } from 'vitest'
test('single', () => expect(1).toBe(1))
test.each([1, 2, 3])('case %d', (value) => expect(value).toBe(value))
`

const passed = (numPassedTests: number) => ({
  numPassedTests,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
})
const passedAt = (line: number) => ({ status: 'passed', fullName: 'a', location: { line, column: 1 } })

/** A tree with nothing broken. Its `npm` is a script with the stages of the real one; without proofs, it copies a report of passed ones. */
const sound: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module", "workspaces": ["packages/*"] }',
  'packages/a/package.json': '{ "type": "module", "scripts": { "test": "vitest", "proof": "vitest" } }',
  'packages/a/vitest.config.ts': config('test'),
  'packages/a/vitest.proof.config.ts': config('proof'),
  'packages/a/src/a.test.ts': good,
  'proof.json': JSON.stringify({ ...passed(4), testResults: [{ assertionResults: [1, 2, 2, 2].map(passedAt) }] }),
  lint: 'exit 0',
  typecheck: 'exit 0',
  'bin/npm': `#!/bin/sh
vitest() { cd packages/a && exec '${process.execPath}' '${vitest}' run "$@"; }
case "$*" in
  ci) ;;
  test) sh ./lint && sh ./typecheck && vitest ;;
  'run proof')
    if [ -e packages/a/src/a.proof.ts ]; then vitest --config vitest.proof.config.ts; fi
    mkdir -p packages/a/reports && cp proof.json packages/a/reports/ ;;
  *) echo "unknown: npm $*"; exit 64 ;;
esac`,
}

function makeTree(name: string, broken: Readonly<Record<string, string>>): string {
  // Inside the workspace, where vitest is found.
  const root = join(import.meta.dirname, 'reports', 'ci', name)
  rmSync(root, { recursive: true, force: true })
  onTestFinished(() => rmSync(root, { recursive: true }))
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content, { mode: 0o755 })
  }
  for (const [file, content] of Object.entries({ ...sound, ...broken })) write(file, content)
  for (const command of mocksOfTools) write(`bin/${command}`, '#!/bin/sh\n')
  write('bin/sudo', '#!/bin/sh\nexec "$@"\n')
  for (const file of ['.ci/run', 'tools/report-sum.ts', 'tools/test-reports.ts', 'tools/workspaces.ts'])
    cpSync(join(workspace, file), join(root, file))
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true })
  symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'))
  // The report of an earlier run in which everything passed.
  write('packages/a/reports/test.json', JSON.stringify({ ...passed(99), testResults: [] }))
  return root
}

/** Runs CI, and returns its exit code, the last line that it printed, and its errors. */
async function runCi(root: string) {
  const { VITEST, VITEST_WORKER_ID, VITEST_POOL_ID, ...env } = process.env
  const PATH = `${join(root, 'bin')}:${env.PATH}`
  const child = spawn('bash', [join(root, '.ci/run')], { env: { ...env, PATH }, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, line: stdout.trimEnd().split('\n').at(-1), stderr }
}

const all = '(4 distinct tests passed, 2 of them parametrised with 6 cases)'
const half = '(2 distinct tests passed, 1 of them parametrised with 3 cases)'
const failing = `${good}test('wrong', () => expect(1).toBe(2))\n`

test('CI passes on a sound tree, and prints the totals', async () => {
  const { code, line, stderr } = await runCi(makeTree('sound', { 'packages/a/src/a.proof.ts': good }))
  expect({ code, line }, stderr).toEqual({ code: 0, line: `8 passed, 0 failed ${all}` })
})

describe('CI fails, and its closing line is true, on a tree with', () => {
  test.for<[name: string, broken: Readonly<Record<string, string>>, line: string, says: string]>([
    [
      'a failing test',
      { 'packages/a/src/a.test.ts': failing },
      `8 passed, 1 failed ${all}`,
      'failed: packages/a test: wrong',
    ],
    [
      'a failing proof',
      { 'packages/a/src/a.proof.ts': failing },
      `8 passed, 1 failed ${all}`,
      'failed: packages/a proof: wrong',
    ],
    [
      'a gate that fails after its tests',
      { 'packages/a/vitest.config.ts': config('test', ', { onTestRunEnd() { process.exitCode = 1 } }') },
      `8 passed, 1 failed ${all}`,
      'failed: npm test ended with 1',
    ],
    [
      'a finding of lint, so that no test ran',
      { lint: 'exit 1' },
      `4 passed, 1 failed, 1 run left no report ${half}`,
      'its tests did not run',
    ],
    [
      'a type error, so that no test ran',
      { typecheck: 'exit 2' },
      `4 passed, 1 failed, 1 run left no report ${half}`,
      'failed: npm test ended with 2',
    ],
    [
      'test.only',
      { 'packages/a/src/b.test.ts': good.replace('test(', 'test.only(') },
      `8 passed, 1 failed, 3 skipped ${all}`,
      'Unexpected .only modifier',
    ],
    [
      'a runner that crashes',
      { 'packages/a/vitest.config.ts': `${config('test')}\nprocess.kill(process.pid, 'SIGKILL')` },
      `4 passed, 1 failed, 1 run left no report ${half}`,
      'failed: npm test ended with 137',
    ],
    [
      'a skipped test',
      { 'packages/a/src/b.test.ts': good.replace('test(', 'test.skip(') },
      '11 passed, 0 failed, 1 skipped (5 distinct tests passed, 3 of them parametrised with 9 cases)',
      '',
    ],
    [
      'no proof at all',
      { 'packages/a/src/a.proof.ts': '' },
      `4 passed, 1 failed ${half}`,
      'failed: npm run proof ended with 1',
    ],
  ])('%s', async ([name, broken, line, says]) => {
    const ended = await runCi(makeTree(name.replaceAll(/\W+/g, '-'), broken))
    expect(ended.line, ended.stderr).toBe(line)
    expect(ended.code).not.toBe(0)
    expect(ended.stderr).toContain(says)
  })
})
