import { expect, test } from 'vitest'
import { runCli } from '../../../test/run-cli.ts'
import { shown } from '../../../test/shown.ts'
import { browserReport, deviceReport, signedInReport } from './view.ts'

const env = {
  PARTNER_CENTER_TENANT_ID: '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10',
  PARTNER_CENTER_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
}

test.for(['0', '65536', '123456', '-1', '80x', 'x80', '8.5', ''])('--port %j is not a port', async (port) => {
  const { code, stderr } = await runCli(['login', `--port=${port}`], { env })
  expect(stderr).toContain('A port is a whole number from 1 to 65535.')
  expect(code).toBe(2)
})

test.for([
  [['--port', '80', '--device-code'], "'--port <number>' cannot be used with option '--device-code'"],
  [['--port', '80', '--refresh-token-stdin'], "'--port <number>' cannot be used with option '--refresh-token-stdin'"],
  [['--wait', '1m', '--device-code'], "'--wait <time>' cannot be used with option '--device-code'"],
  [['--wait', '1m', '--refresh-token-stdin'], "'--wait <time>' cannot be used with option '--refresh-token-stdin'"],
  [['--device-code', '--refresh-token-stdin'], "'--refresh-token-stdin' cannot be used with option '--device-code'"],
] as const)('%j contradict each other', async ([words, message]) => {
  const { code, stderr } = await runCli(['login', ...words], { env })
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})

const below = ' '.repeat(16)

test('the browser is announced, with the address in case that it does not open', () => {
  const report = browserReport('https://login.example/authorize')
  expect(report.json).toEqual({ event: 'signIn', url: 'https://login.example/authorize' })
  expect(report.plain).toEqual(['sign in: in the browser that opens, or at https://login.example/authorize'])
  expect(shown(report)).toEqual([
    '● Sign in       in the browser that opens,',
    `${below}or at https://login.example/authorize`,
  ])
  const emphasized = report.screen?.((style, text) => `<${style}>${text}`, 200)
  expect(emphasized?.[1]).toBe(`${below}or at <bold>https://login.example/authorize`)
})

test('a device code comes with its address, its time and a warning', () => {
  const code = { verificationUri: 'https://login.example/device', userCode: 'ABC', expiresIn: 900_000 }
  const warning =
    'Conditional Access often blocks device codes (AADSTS53003), as Microsoft recommends: sign in with a browser where you can'
  const report = deviceReport(code)
  expect(report.json).toEqual({ event: 'signIn', ...code, warning })
  expect(report.plain).toEqual(['sign in: open https://login.example/device and enter ABC', `warning: ${warning}`])
  expect(shown(report, 200)).toEqual([
    '● Sign in       open https://login.example/device',
    `${below}enter ABC within 15 min 0 s`,
    `${below}${warning}`,
  ])
})

test.for([
  ['ann@contoso.example', ['ann@contoso.example', 'tenant t']],
  [undefined, ['tenant t']],
] as const)('who signed in (%s), and where the token is', ([username, who]) => {
  const report = signedInReport(username, 't', '/tokens.json')
  expect(report.json).toEqual({ event: 'signedIn', username, tenantId: 't', store: '/tokens.json' })
  expect(report.plain).toEqual([`signed in: ${who.join(', ')}`, 'store: /tokens.json'])
  expect(shown(report).map((line) => line.slice(16))).toEqual([...who, 'stored in /tokens.json'])
})
