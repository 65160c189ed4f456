// Adding an operation is an edit of YAML: no contract test fails, and the matrix names what is missing.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { copyWorkspace } from './workspace-copy.ts'

const run = promisify(execFile)

const page = 'https://learn.microsoft.com/en-us/partner-center/developer/get-customer-qualification-synchronous'
const schema = `type: object
description: What a customer qualifies for. Keep properties that are not listed here.
required: [qualification]
properties:
  qualification:
    type: string
    description: The kind of the customer, such as \`Education\`.
x-evidence: { level: documented, source: ${page} }
`

/** Adds the operation as a variant of an existing one, with the same parameters and faults. */
function addOperation(specification: string): void {
  const edit = (file: string, change: (text: string) => string, from = file) =>
    writeFileSync(join(specification, file), change(readFileSync(join(specification, from), 'utf8')))
  writeFileSync(join(specification, 'components/schemas/CustomerQualification.yaml'), schema)
  edit(
    'paths/getCustomerQualification.yaml',
    (text) =>
      text
        .replace('getDirectSignStatus', 'getCustomerQualification')
        .replace(/summary: .*/, "summary: Get a customer's qualification")
        .replaceAll('DirectSignedCustomerAgreementStatus.yaml', 'CustomerQualification.yaml')
        .replace(
          /examples:\n[\s\S]*?(?=\n {6}x-evidence:)/,
          `examples:\n            none:\n              value: { qualification: None }`,
        ),
    'paths/getDirectSignStatus.yaml',
  )
  edit('openapi.yaml', (text) =>
    text
      .replace(
        /^components:\n/m,
        (line) =>
          `  /v1/customers/{customer-tenant-id}/qualification:\n    $ref: paths/getCustomerQualification.yaml\n${line}`,
      )
      .replace(
        /^ {4}DirectSignedCustomerAgreementStatus:\n/m,
        (line) => `    CustomerQualification:\n      $ref: components/schemas/CustomerQualification.yaml\n${line}`,
      ),
  )
}

test('after an operation is added in YAML alone, only the matrix fails, and it says where to add what is missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'new-operation-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const copy = join(folder, 'copy')
  await copyWorkspace(copy)
  addOperation(join(copy, 'packages/spec'))
  const { FORCE_COLOR, VITEST, VITEST_WORKER_ID, VITEST_POOL_ID, ...env } = process.env
  const node = (cwd: string, ...args: readonly string[]) =>
    run(process.execPath, ['--conditions=@partner-upgrades/source', ...args], {
      cwd: join(copy, cwd),
      env: { ...env, NO_COLOR: '1' },
      maxBuffer: 1e8,
    }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout: String(stdout), stderr: String(stderr) }),
    )
  expect((await node('.', 'packages/spec/scripts/generate.ts')).stderr).toBe('')
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs')
  const { code, stdout } = await node('packages/contract-tests', vitest, 'run')
  expect(stdout).not.toMatch(/^ FAIL /m)
  expect(stdout).toMatch(/^ +Tests +\d+ passed \(\d+\)$/m)
  expect(code).toBe(1)
  const report = join(copy, 'packages/contract-tests/reports/contract.json')
  const findings: readonly string[] = JSON.parse(readFileSync(report, 'utf8')).failures
  const missing = findings.filter((line) => line.startsWith('not shown by any test: getCustomerQualification 200 '))
  expect(missing).toEqual([
    'not shown by any test: getCustomerQualification 200 example none, on request',
    'not shown by any test: getCustomerQualification 200 example none, by state',
  ])
  const rest = findings.filter((line) => !line.startsWith('not shown by any test: getCustomerQualification '))
  expect(rest).toEqual([
    expect.stringMatching(/^add what is to be shown on request to test\/calls\.ts /),
    expect.stringMatching(/^add what is to be shown by state to suite\/states\/situations\.ts/),
    expect.stringMatching(
      /^the page of getCustomerQualification is not recorded: .* to suite\/documentation\/operations\.ts$/,
    ),
  ])
}, 600_000)
