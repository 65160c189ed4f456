import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const vitest = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')

/** Runs one file of tests under the configuration that all packages share. */
function runTests(name: string, code: string): number | null {
  // Inside the workspace, where vitest is found.
  const root = join(import.meta.dirname, 'reports', `shared-configuration-${name}`)
  mkdirSync(join(root, 'src'), { recursive: true })
  onTestFinished(() => rmSync(root, { recursive: true }))
  writeFileSync(
    join(root, 'vitest.config.ts'),
    `import { nodeProject } from '../../vitest.ts'\nexport default nodeProject({ reporters: [] })`,
  )
  writeFileSync(join(root, 'src', 'a.test.ts'), `import { expect, test } from 'vitest'\n${code}`)
  const { VITEST, VITEST_WORKER_ID, VITEST_POOL_ID, ...env } = process.env
  return spawnSync(process.execPath, [vitest, 'run', '--root', root], { env }).status
}

const good = "test('one', () => expect(1).toBe(1))"

test.for<[name: string, code: string, status: number]>([
  ['good', good, 0],
  ['without-assertion', `${good}\ntest('two', () => {})`, 1],
  ['focused', `${good}\ntest.only('two', () => expect(1).toBe(1))`, 1],
  ['failing', "test('one', () => expect(1).toBe(2))", 1],
])('a test file that is %s ends with the expected exit code', ([name, code, status]) => {
  expect(runTests(name, code)).toBe(status)
})
