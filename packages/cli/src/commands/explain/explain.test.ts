import { faults } from '@partner-upgrades/spec/faults'
import { expect, test } from 'vitest'
import { runCli } from '../../../test/run-cli.ts'
import { shown } from '../../../test/shown.ts'
import { entraReport, faultListReports, faultReport } from './view.ts'

const explain = (code: string, more: readonly string[] = []) =>
  runCli(['explain', code, ...more], { env: { NO_COLOR: '1' }, ...(more.length === 0 && { terminal: 80 }) })

test.for(['AADSTS53003', 'aadsts53003', '53003'])('the Entra code is found as %s', async (code) => {
  const { stdout, code: ending } = await explain(code)
  expect(stdout).toMatch(/^Entra {9}AADSTS53003\nMeaning {7}Conditional Access blocks this sign-in\n/)
  expect(stdout).toMatch(/Signing in {4}helps once that is done: partner-upgrades login\n/)
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(ending).toBe(0)
})

test('a remedy names environment variables', async () => {
  expect((await explain('90002')).stdout).toMatch(/Check PARTNER_CENTER_TENANT_ID.*\s.*PARTNER_CENTER_CLOUD/)
  const { remedy, event } = JSON.parse((await explain('90002', ['--json'])).stdout)
  expect([event, remedy]).toEqual(['entraError', expect.stringContaining('PARTNER_CENTER_TENANT_ID')])
})

test('10001 is explained as the predecessor of 900421', async () => {
  const { stdout } = await explain('10001')
  expect(stdout).toMatch(/^Fault {9}10001 legacyMfaRequired, HTTP 401\n/)
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('means the same as 900421')
})

test('an unknown code is an error, with a link for Entra codes', async () => {
  expect(await explain('1')).toMatchObject({ code: 2, stderr: expect.stringMatching(/^✘ Unknown fault "1"\./) })
  expect((await explain('AADSTS99999')).stderr).toContain('https://login.microsoftonline.com/error?code=99999')
})

const [fault = expect.unreachable()] = Object.values(faults)

test.for([
  ['never', 'does not help'],
  ['later', 'may help later'],
  ['afterAction', 'helps once that is done'],
] as const)('a fault is explained in full; retrying: %s', ([retry, words]) => {
  const { code, name, status, text, actor, remedy, operations, evidence } = fault
  const report = faultReport({ ...fault, retry })
  expect(report.plain).toEqual([
    `fault: ${code} ${name}, HTTP ${status}`,
    `text: ${text}`,
    `who must act: ${actor}`,
    `what to do: ${remedy}`,
    `retrying: ${words}`,
    `operations: ${Object.keys(operations).join(', ')}`,
    `evidence: ${evidence.level}: ${evidence.source}`,
  ])
  expect(report.json).toEqual({ ...fault, retry, event: 'fault' })
})

test.for([
  ['now', 'helps: partner-upgrades login'],
  ['afterwards', 'helps once that is done: partner-upgrades login'],
  ['no', 'is not necessary'],
] as const)('a code of Entra is explained in columns; signing in: %s', ([signIn, words]) => {
  const error = {
    code: 'AADSTS17',
    meaning: 'one two',
    actor: 'administrator',
    remedy: 'Check `tenantId`.',
    reason: 'client',
    signIn,
  } as const
  const report = entraReport(error)
  expect(shown(report)).toEqual([
    'Entra         AADSTS17',
    'Meaning       one two',
    'Who must act  administrator',
    'What to do    Check PARTNER_CENTER_TENANT_ID.',
    `Signing in    ${words}`,
    'More          https://login.microsoftonline.com/error?code=17',
  ])
  expect(shown(report, 20).slice(1, 3)).toEqual(['Meaning       one', '              two'])
  expect(report.json).toEqual({ ...error, remedy: 'Check PARTNER_CENTER_TENANT_ID.', event: 'entraError' })
})

test('all faults form one table on a screen, and one line each in a pipe', () => {
  const two = Object.values(faults).slice(0, 2)
  const reports = faultListReports(two)
  const [header, ...rows] = reports.flatMap((report) => shown(report, 500))
  expect(header).toMatch(/^CODE +HTTP +WHO MUST ACT +TEXT$/)
  expect(rows.map((row) => row.split(/ {2,}/))).toEqual(
    two.map(({ code, status, actor, text }) => [code, String(status), actor, text]),
  )
  expect(reports.flatMap(({ plain }) => plain)).toEqual(two.map(({ code, text }) => `${code}: ${text}`))
  expect(reports.map(({ json }) => json)).toEqual(two.map((each) => ({ ...each, event: 'fault' })))
})
