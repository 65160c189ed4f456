import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { expectedOf, messages } from '../../test/projects/expectations.ts'
import { type JestReport, type ReportedFile, readReport } from '../../test/projects/report.ts'

const vitest = join(import.meta.dirname, '../../../../node_modules/vitest/vitest.mjs')
const project = join(import.meta.dirname, '../../test/projects/vitest')
let files: ReadonlyMap<string, ReportedFile>

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitest-project-'))
  const report = join(folder, 'report.json')
  // It is meant to fail.
  const args = [vitest, 'run', '--root', project, `--outputFile=${report}`]
  await promisify(execFile)(process.execPath, args).catch(() => {})
  const parsed: JestReport = JSON.parse(readFileSync(report, 'utf8'))
  files = readReport(parsed)
  rmSync(folder, { recursive: true })
}, 60_000)

test.for(['fetch', 'msw2', 'msw3'])('in a project with %s exactly the right tests fail, and say why', (name) => {
  const { tests } = files.get(`${name}.spec.js`) ?? { tests: [] }
  expect(tests.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(messages)))
  expect(tests).toEqual(tests.map((each) => expectedOf(each)))
})

test("a request that outlives its test fails no other test, and is reported under its own test's name", () => {
  const { tests, message } = files.get('late.spec.js') ?? { tests: [], message: '' }
  expect(tests.map(({ passed }) => passed)).toEqual([true, true])
  expect(message).toContain(
    'POST https://api.partnercenter.microsoft.com/v1/productUpgrades was sent after its test "passes: leaves a request behind" had ended',
  )
})

test('a request outside of any test fails the file', () => {
  const { tests, message } = files.get('outside.spec.js') ?? { tests: [], message: '' }
  expect(tests.map(({ passed }) => passed)).toEqual([true])
  expect(message).toContain('GET https://graph.example/v1.0/me was sent outside of a test')
})
