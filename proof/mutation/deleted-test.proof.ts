// Deletes a test in a copy of the conformance suite, runs it, and checks that exactly the matrix cells of that test fail.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Report } from '@partner-upgrades/contract-tests'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)
const here = join(import.meta.dirname, '../../packages/contract-tests')
// Inside the package, so that the copy resolves the same modules; tests that inspect the workspace are excluded.
const copy = join(here, 'reports', 'copy')

beforeAll(() => {
  mkdirSync(copy, { recursive: true })
  const kept =
    /\/(src|suite)$|\/src\/(matrix|report)(\/|$)|\/suite\/((matrix|states)(\/|$)|(documentation(\/(operations|values)\.ts)?|(exchanges|statuses)[^/]*\.ts)$)/
  for (const folder of ['src', 'suite'])
    cpSync(join(here, folder), join(copy, folder), { recursive: true, filter: (path) => kept.test(path) })
  cpSync(join(here, 'test'), join(copy, 'test'), { recursive: true })
  for (const file of ['vitest.config.ts', 'package.json']) cpSync(join(here, file), join(copy, file))
  writeFileSync(join(copy, 'tsconfig.json'), '{}')
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

async function failuresWithout(file: string, deletion: (text: string) => string) {
  const path = join(copy, file)
  const original = readFileSync(path, 'utf8')
  const changed = deletion(original)
  expect(changed).not.toBe(original)
  writeFileSync(path, changed)
  try {
    const { code } = await suite()
    const report: Report = JSON.parse(readFileSync(join(copy, 'reports', 'contract.json'), 'utf8'))
    expect(report.cases.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    const isAdvice = (failure: string): boolean => failure.startsWith('add what is to be shown ')
    return {
      code,
      failures: report.failures.filter((failure) => !isAdvice(failure)),
      advice: report.failures.filter(isAdvice),
    }
  } finally {
    writeFileSync(path, original)
  }
}

function suite(): Promise<{ code: number; output: string }> {
  const vitest = join(here, '..', '..', 'node_modules', 'vitest', 'vitest.mjs')
  const { VITEST, VITEST_WORKER_ID, VITEST_POOL_ID, ...env } = process.env
  return run(process.execPath, [vitest, 'run'], { cwd: copy, env, maxBuffer: 1e8 }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  )
}

test('the whole suite passes in a copy', async () => {
  const { code, output } = await suite()
  expect(code, output).toBe(0)
})

describe('deleting a test leaves its cells open:', () => {
  test('of a response by state', async () => {
    const found = await failuresWithout('suite/states/situations.ts', (text) =>
      text.replace(/ {2}\.\.\.forEach\(\[follow\], 'of an upgrade that does not exist'.*\n/, ''),
    )
    expect(found).toEqual({
      code: 1,
      failures: ['not shown by any test: getProductUpgradeStatus 404 example upgradeNotFound, by state'],
      advice: [expect.stringContaining('by state to suite/states/situations.ts')],
    })
  })

  test('of the documented responses of an operation, as printed', async () => {
    const found = await failuresWithout('suite/exchanges-client.test.ts', (text) =>
      text
        .replace("printed('createProductUpgrade'))('%s: the", 'printed(""))("%s: the')
        .replace("the upgrade of the Location'", 'the upgrade of the Location"'),
    )
    expect(found).toEqual({
      code: 1,
      failures: ['not shown by any test: createProductUpgrade 202 exchange createProductUpgrade.en, as printed'],
      advice: [expect.stringContaining('as printed to suite/exchanges-')],
    })
  })

  test('of all responses served on request', async () => {
    const { code, failures } = await failuresWithout('suite/statuses.test.ts', (text) =>
      text.replace("proves(task, cell, 'request')", ''),
    )
    expect(code).toBe(1)
    expect(failures.length).toBeGreaterThan(80)
    expect(failures.filter((failure) => !failure.endsWith('on request'))).toEqual([])
  })
})
