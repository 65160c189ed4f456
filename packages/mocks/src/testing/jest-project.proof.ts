import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectedOf, messages } from '../../test/projects/expectations.ts'
import { installPacked } from '../../test/projects/install-packed.ts'
import { type JestReport, readReport } from '../../test/projects/report.ts'

const run = promisify(execFile)
const projects = join(import.meta.dirname, '../../test/projects')
let consumer = ''

// Installs the packed mocks as a user would, with the tests next to them. Jest is large, so it is installed only here.
beforeAll(async () => {
  const jest = join(projects, 'jest')
  if (!existsSync(join(jest, 'node_modules'))) await run('npm', ['ci', '--no-audit'], { cwd: jest })
  consumer = await installPacked({ jest: { transform: {} } })
  await cp(join(projects, 'cases.js'), join(consumer, 'cases.js'))
  await cp(join(jest, 'cases.test.js'), join(consumer, 'test/cases.test.js'))
}, 300_000)

afterAll(() => rm(consumer, { recursive: true, force: true }))

test('under Jest exactly the right tests fail, and say why', async () => {
  const jest = join(projects, 'jest/node_modules/jest/bin/jest.js')
  const report = join(consumer, 'report.json')
  const args = ['--experimental-vm-modules', jest, '--rootDir', consumer, '--json', `--outputFile=${report}`]
  // It is meant to fail.
  await run(process.execPath, args, { cwd: consumer }).catch(() => {})
  const parsed: JestReport = JSON.parse(await readFile(report, 'utf8'))
  const { tests } = readReport(parsed).get('cases.test.js') ?? { tests: [] }
  expect(tests.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(messages)))
  expect(tests).toEqual(tests.map((each) => expectedOf(each)))
})
