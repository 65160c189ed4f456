import { expect, test } from 'vitest'
import { runCli } from '../../../test/run-cli.ts'

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

test('10001 is explained as what 900421 was before', async () => {
  const { stdout } = await explain('10001')
  expect(stdout).toMatch(/^Fault {9}10001 legacyMfaRequired, HTTP 401\n/)
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('means the same as 900421')
})

test('a code that nobody knows is an error, for Entra with a link', async () => {
  expect(await explain('1')).toMatchObject({ code: 2, stderr: expect.stringMatching(/^✘ Unknown fault "1"\./) })
  expect((await explain('AADSTS99999')).stderr).toContain('https://login.microsoftonline.com/error?code=99999')
})
