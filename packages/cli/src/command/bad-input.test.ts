import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { customerId, setStage, token } from '../../test/partner-center.ts'

const without = { PARTNER_CENTER_TOKEN: '' }
const partner = {
  ...without,
  PARTNER_CENTER_TENANT_ID: '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10',
  PARTNER_CENTER_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
}

test.for<[what: string, args: string[], env: Record<string, string>, code: number, message: RegExp]>([
  ['an unknown command', ['staus', customerId], {}, 2, /Unknown command 'staus'\n.*Did you mean status\?.*\n.*--help/],
  ['an unknown option', ['status', customerId, '--jsn'], {}, 2, /Unknown option '--jsn'\n.*Did you mean --json\?/],
  ['a missing customer', ['status'], {}, 2, /Missing required argument 'customer'\n.*partner-upgrades status --help/],
  ['an invalid customer ID', ['status', 'contoso'], {}, 2, /The customer "contoso" is not a GUID.*\n.*4c721420-/],
  ['an invalid upgrade ID', ['watch', customerId, '1'], {}, 2, /The upgrade "1" is not a GUID/],
  ['too many arguments', ['status', customerId, customerId, customerId], {}, 2, /Too many arguments/],
  ['an interval without a unit', ['watch', customerId, '--interval', '5'], {}, 2, /--interval.*500ms, 30s or 2m/],
  ['an unprintable family', ['status', customerId, '--family', 'A\nB'], {}, 2, /--family/],
  ['no terminal to confirm a create at', ['create', customerId], {}, 2, /Nothing was created.*\n.*--yes/],
  ['no terminal to confirm a whole upgrade at', ['upgrade', customerId], {}, 2, /Nothing was created.*\n.*--yes/],
  [
    'a fault that is not in the catalogue',
    ['explain', '4711'],
    {},
    2,
    /Unknown fault "4711".*\n.*\n.*partner-upgrades explain/,
  ],
  ['an unknown shell', ['complete', 'tcsh'], {}, 2, /'tcsh'.*bash/],
  ['no credentials', ['status', customerId], without, 3, /No credentials.*\n.*PARTNER_CENTER_TOKEN.*\n.*login/],
  [
    'a token with a line break',
    ['status', customerId],
    { PARTNER_CENTER_TOKEN: `${token}\n` },
    3,
    /no quotes, no line break/,
  ],
  ['a token in quotes', ['status', customerId], { PARTNER_CENTER_TOKEN: `"${token}"` }, 3, /no quotes, no line break/],
  [
    'a tenant without an application',
    ['login'],
    { ...partner, PARTNER_CENTER_CLIENT_ID: '' },
    3,
    /PARTNER_CENTER_CLIENT_ID is not set/,
  ],
  [
    'an invalid tenant ID',
    ['login', '--device-code'],
    { ...partner, PARTNER_CENTER_TENANT_ID: 'x' },
    2,
    /PARTNER_CENTER_TENANT_ID must be a GUID/,
  ],
  ['an empty store', ['status', customerId], partner, 3, /partner-upgrades login/],
  [
    'a certificate file that does not exist',
    ['check'],
    { ...partner, PARTNER_CENTER_CERTIFICATE: '/nowhere.pem' },
    3,
    /PARTNER_CENTER_CERTIFICATE: \/nowhere.pem/,
  ],
  [
    'an invalid base URL',
    ['status', customerId],
    { PARTNER_CENTER_BASE_URL: 'nowhere' },
    2,
    /PARTNER_CENTER_BASE_URL must be https/,
  ],
  [
    'a base URL without encryption',
    ['status', customerId],
    { PARTNER_CENTER_BASE_URL: 'http://example.com' },
    2,
    /PARTNER_CENTER_BASE_URL must be https/,
  ],
  [
    'an unknown cloud',
    ['status', customerId],
    { PARTNER_CENTER_CLOUD: 'mars' },
    2,
    /PARTNER_CENTER_CLOUD.*"mars".*\n.*usGov/,
  ],
])('%s: an error with advice, and nothing is sent', async ([, args, env, code, message]) => {
  const { mock, cli } = await setStage()
  const ending = await cli(args, { env })
  expect(ending.stderr).toMatch(message)
  expect(ending.stderr).not.toMatch(/\n {4}at |should not have happened/)
  expect(ending.output).not.toContain(token)
  expect(ending.stdout).toBe('')
  expect(ending.code).toBe(code)
  expect(mock.requests).toEqual([])
})

test('an unreadable store is named, and nothing is sent', async () => {
  const { mock, env, cli } = await setStage()
  const store = join(env.XDG_STATE_HOME ?? '', 'tokens')
  writeFileSync(store, 'not a store', { mode: 0o600 })
  const { code, stderr } = await cli(['status', customerId], { env: { ...partner, PARTNER_CENTER_STORE: store } })
  expect(stderr).toContain(store)
  expect(code).toBe(3)
  expect(mock.requests).toEqual([])
})

test('a damaged state file is an error that says what to do, and nothing is created', async () => {
  const { mock, env, cli } = await setStage()
  await cli(['create', customerId, '--yes'])
  const sent = mock.requests.length
  const folder = join(env.XDG_STATE_HOME ?? '', 'partner-upgrades')
  const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.json')) ?? '')
  writeFileSync(file, '{"upgrade":"of somebody else"}')
  const { code, stderr } = await cli(['ensure', customerId, '--yes'])
  expect(stderr).toMatch(/is damaged.*\n.*Remove it/)
  expect(stderr).toContain(file)
  expect(code).toBe(2)
  expect(mock.requests).toHaveLength(sent)
})

test('a damaged record of a create is an error that says what it may hold, and nothing is created', async () => {
  const { mock, env, cli } = await setStage()
  await cli(['create', customerId, '--yes'])
  const sent = mock.requests.length
  const folder = join(env.XDG_STATE_HOME ?? '', 'partner-upgrades', 'creates')
  const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.json')) ?? '')
  writeFileSync(file, '{"requestId":"of somebody else"}')
  const { code, stderr } = await cli(['ensure', customerId, '--yes'])
  expect(stderr).toContain(`${file} is damaged`)
  expect(stderr).toMatch(/check\s+whether\s+the\s+customer\s+has\s+an\s+upgrade/)
  expect(code).toBe(2)
  expect(mock.requests).toHaveLength(sent)
})

test('without a writable state folder, nothing is created', async () => {
  const { mock, env, cli } = await setStage()
  const file = join(env.XDG_STATE_HOME ?? '', 'file')
  writeFileSync(file, '')
  const { code, stderr } = await cli(['create', customerId, '--yes'], { env: { XDG_STATE_HOME: file } })
  expect(stderr).toMatch(/Cannot (read|write) .*\n.*XDG_STATE_HOME/)
  expect(code).toBe(2)
  expect(mock.requests).toEqual([])
})

test('with --json, an error is an event', async () => {
  const { cli } = await setStage()
  const { code, stdout, stderr } = await cli(['status', 'contoso', '--json'])
  expect(JSON.parse(stdout)).toMatchObject({
    event: 'error',
    exitCode: 2,
    message: 'The customer "contoso" is not a GUID.',
  })
  expect(stderr).toBe('')
  expect(code).toBe(2)
  const none = await cli(['--json'])
  expect(JSON.parse(none.stdout)).toMatchObject({
    message: 'A command is missing.',
    advice: ['Help: partner-upgrades --help'],
  })
})
