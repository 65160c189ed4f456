import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { answerDeviceLogin, type EntraAnswers, jwt } from '../../test/device-login.ts'
import { customerId, type Stage, setStage } from '../../test/partner-center.ts'

/** Sets a title and a colour and clears the screen, also by C1; contains a backspace, DEL, every kind of bidi control and line breaks. */
const evil =
  'a\u001b]0;title\u0007b\u001b[2Jc\u001b[31md\u009b2Je\u009d0;x\u009cf\bg\u007fh\u202ei\u2066j\u200ek\u061cl\u2028m\rn\u0085o\np'
const inFile = evil.replaceAll('\n', ' ')
const upgradeId = '37b0d3c1-9b0e-4a6f-8f0b-2f7d5a1c9e44'

const partner = {
  PARTNER_CENTER_TOKEN: '',
  PARTNER_CENTER_TENANT_ID: '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10',
  PARTNER_CENTER_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
}

/** The codes of bold, dim, red, green and cyan, and of their ends. */
const ownColours = [1, 2, 22, 31, 32, 36, 39]

/** Runs a command line in each output form, and checks that the output contains no foreign control characters. */
async function expectHarmless(
  { cli }: Stage,
  args: readonly string[],
  shown: string,
  env: Record<string, string> = {},
): Promise<void> {
  for (const form of [{ terminal: 80 }, {}, { flags: ['--json'] }]) {
    const { flags = [], ...circumstances }: { terminal?: number; flags?: string[] } = form
    const { output } = await cli([...args, ...flags], { ...circumstances, env })
    expect(output).toContain(shown)
    expect(output).not.toContain('c\u001b[31md')
    const rest = ownColours.reduce((left, code) => left.replaceAll(`\u001b[${code}m`, ''), output)
    expect(rest.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u)
    if (flags.length > 0) for (const line of output.trim().split('\n')) JSON.parse(line)
  }
}

/** Starts a Partner Center with the same response to every request. */
async function answering(status: number, body: object): Promise<Record<string, string>> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', 'MS-RequestId': 'a', 'MS-CorrelationId': 'b' })
    response.end(JSON.stringify(body))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = Object(server.address())
  return { PARTNER_CENTER_BASE_URL: `http://127.0.0.1:${port}` }
}

test.for<[field: string, answers: EntraAnswers, shown?: string]>([
  ['error', { token: { error: evil } }, 'title'],
  ['error_description', { token: { error: 'invalid_grant', error_description: `AADSTS70000: ${evil}` } }, 'title'],
  ['correlation_id', { token: { error: 'invalid_grant', correlation_id: evil, error_description: 'a' } }],
  ['suberror', { token: { error: 'invalid_grant', suberror: evil, error_description: 'a' } }],
  ['user_code', { code: { user_code: evil } }, 'title'],
  ['verification_uri', { code: { verification_uri: evil } }, 'title'],
  ['message', { code: { message: evil } }],
  ['preferred_username', { username: evil }, 'title'],
])('login: %s of the sign-in service cannot control the terminal', async ([, answers, shown = '']) => {
  answerDeviceLogin(answers)
  await expectHarmless(await setStage(), ['login', '--device-code'], shown, partner)
})

test.for([['check'], ['status', customerId], ['create', customerId, '--yes'], ['bulk', 'LIST', '--yes']])(
  '%s: a refused refresh token cannot control the terminal',
  async (words) => {
    const stage = await setStage()
    const folder = stage.env.XDG_STATE_HOME ?? ''
    answerDeviceLogin({
      token: { error: 'invalid_grant', error_description: `AADSTS70000: ${evil}`, correlation_id: evil },
    })
    const store = join(folder, 'tokens.json')
    const key = `global-${partner.PARTNER_CENTER_TENANT_ID}-${partner.PARTNER_CENTER_CLIENT_ID}`
    writeFileSync(store, JSON.stringify({ [key]: { value: 'a-refresh-token', version: '1' } }), { mode: 0o600 })
    const list = join(folder, 'customers.csv')
    writeFileSync(list, `customerId\n${customerId}\n`)
    const args = words.map((word) => (word === 'LIST' ? list : word))
    const env = { ...partner, PARTNER_CENTER_STORE: store, PARTNER_CENTER_CLIENT_SECRET: 'a-client-secret' }
    await expectHarmless(stage, args, 'AADSTS70000', env)
  },
)

const item = {
  sourceProduct: { id: evil, name: evil },
  targetProduct: { id: evil, name: evil },
  status: evil,
  upgradedDate: evil,
}
const errorDetails = { code: evil, description: evil, message: evil }
const status = {
  id: upgradeId,
  productFamily: evil,
  status: 'Failed',
  errorDetails,
  lineItems: [{ ...item, errorDetails }],
}
const fault = { code: evil, description: evil, message: evil, source: evil }

const eligibility = { customerId, productFamily: evil, reason: evil, upgradeId }

test.for<[what: string, args: string[], status: number, body: object]>([
  ['a reason', ['eligibility', customerId], 200, { ...eligibility, isEligible: false }],
  ['a status', ['status', customerId, upgradeId], 200, status],
  ['a status to follow', ['watch', customerId, upgradeId], 200, status],
  ['a strange status', ['status', customerId, upgradeId], 200, { ...status, id: evil, status: evil }],
  ['a fault', ['eligibility', customerId], 400, fault],
  ['a fault of a create', ['create', customerId, '--yes'], 409, fault],
  ['a refused token', ['status', customerId, upgradeId], 401, fault],
])('%s of Partner Center cannot control the terminal', async ([, args, code, body]) => {
  await expectHarmless(await setStage(), args, 'title', await answering(code, body))
})

test('a code that Partner Center sends to check cannot control the terminal', async () => {
  await expectHarmless(await setStage(), ['check'], '', await answering(403, fault))
})

test('the user name in a token cannot control the terminal', async () => {
  const stage = await setStage()
  const claims = { upn: evil, tid: evil, aud: evil, appid: evil, scp: 'a' }
  await expectHarmless(stage, ['check'], 'title', { PARTNER_CENTER_TOKEN: jwt(claims).slice(0, -1) })
})

test.for<[what: string, args: string[], env: Record<string, string>]>([
  ['a customer', ['status', evil], {}],
  ['a command', [evil], {}],
  ['an option', ['status', customerId, `--${evil}`], {}],
  ['a family', ['status', customerId, '--family', evil], {}],
  ['a fault', ['explain', evil], {}],
  ['a list', ['bulk', inFile, '--yes'], {}],
  ['a cloud', ['status', customerId], { PARTNER_CENTER_CLOUD: evil }],
  ['a base URL', ['status', customerId], { PARTNER_CENTER_BASE_URL: evil }],
  ['a certificate', ['check'], { ...partner, PARTNER_CENTER_CERTIFICATE: evil }],
  ['a tenant', ['check'], { ...partner, PARTNER_CENTER_TENANT_ID: evil }],
  ['a store', ['check'], { ...partner, PARTNER_CENTER_STORE: evil }],
  ['a state directory', ['create', customerId, '--yes'], { XDG_STATE_HOME: `/dev/null/${evil}` }],
])('%s with control characters in its name cannot control the terminal', async ([, args, env]) => {
  await expectHarmless(await setStage(), args, '', env)
})

test('names and cells of a list cannot control the terminal', async () => {
  const stage = await setStage()
  const list = join(stage.env.XDG_STATE_HOME ?? '', `${inFile.replaceAll('/', '')}.csv`)
  writeFileSync(list, `customerId,name\n${customerId},"${evil}"\n`)
  await expectHarmless(stage, ['bulk', list, '--yes'], 'title')
  await expectHarmless(stage, ['bulk', list, '--dry-run'], 'title')
  writeFileSync(list, `customerId,${evil}\n"${evil}","${evil}"\n`)
  await expectHarmless(stage, ['bulk', list, '--yes'], 'title')
})
