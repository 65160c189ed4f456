// The gate itself: runs whose tests all pass, but leave most of the contract open.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const require = createRequire(import.meta.url)
const vitest = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs')

/** Runs one test that passes, and shows one cell of hundreds, under the gate. */
function runGate(name: string, ...options: readonly string[]) {
  // Inside the package, where its modules are found.
  const root = join(import.meta.dirname, '../../reports', `gate-${name}`)
  mkdirSync(root, { recursive: true })
  onTestFinished(() => rmSync(root, { recursive: true }))
  writeFileSync(
    join(root, 'vitest.config.ts'),
    `import { matrixReporter } from '../../suite/matrix/reporter.ts'
export default { test: { include: ['*.test.ts'], reporters: [matrixReporter({ file: 'contract.json' })] } }`,
  )
  const slot = { cell: { operation: 'createProductUpgrade', status: '202', kind: 'status' }, way: 'request' }
  writeFileSync(
    join(root, 'a.test.ts'),
    `import { expect, test } from 'vitest'
test('a create is accepted', ({ task }) => {
  expect(1).toBe(1)
  task.meta.shows = [${JSON.stringify(slot)}]
})`,
  )
  const { VITEST, VITEST_WORKER_ID, VITEST_POOL_ID, ...env } = process.env
  const words = ['--conditions=@partner-upgrades/source', vitest, 'run', '--root', root, ...options]
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8' })
  return { status, stderr, root }
}

test('a whole run that shows one cell only fails, and names the others', () => {
  const { status, stderr, root } = runGate('whole')
  expect(stderr).toContain('not shown by any test: createProductUpgrade 202, by state\n')
  expect(stderr).not.toContain('createProductUpgrade 202, on request')
  expect(status).toBe(1)
  const { failures } = JSON.parse(readFileSync(join(root, 'contract.json'), 'utf8'))
  expect(failures.length).toBeGreaterThan(300)
})

test('a run that is limited to some tests is not judged', () => {
  const { status, stderr } = runGate('narrowed', '-t', 'accepted')
  expect(stderr).not.toContain('not shown by any test')
  expect(status).toBe(0)
})
