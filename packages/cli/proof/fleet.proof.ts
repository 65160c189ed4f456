import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { type Postgres, startPostgres } from '@partner-upgrades/tools/postgres'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Circumstances, type Ending, runCli } from '../test/run-cli.ts'

let postgres: Postgres
let databases = 0
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.remove())

const ids = ['4c721420-72ad-4708-a0a7-371a2f7b0969', '58e2af4f-0ad3-4688-8744-be2357cd939a']
const token = 'eyJ.the-secret-token.of-the-partner'

/** A Partner Center whose upgrades take no time, an empty database, and a user. */
async function setFleet() {
  const mock = createPartnerCenterMock({ clock: createClock() })
  // The database keeps real time; an upgrade takes a fifth of a second of it.
  const passing = setInterval(() => mock.clock.advance('5m'), 100)
  const server = await startMockServer(mock)
  const folder = mkdtempSync(join(tmpdir(), 'fleet-'))
  const name = `fleet_${++databases}`
  await query(`CREATE DATABASE ${name}`)
  const database = postgres.url.replace(/postgres$/, name)
  const file = join(folder, 'customers.csv')
  writeFileSync(file, `customerId\n${ids.join('\n')}\n`)
  onTestFinished(async () => {
    clearInterval(passing)
    await server.close()
    rmSync(folder, { recursive: true })
  })
  const env = {
    DATABASE_URL: database,
    PARTNER_CENTER_BASE_URL: server.url,
    PARTNER_CENTER_TOKEN: token,
    XDG_STATE_HOME: folder,
  }
  const cli = async (line: string, circumstances: Circumstances = {}): Promise<Ending> => {
    const args = line.split(' ').map((word) => word.replace('LIST', file).replace('FOLDER', folder))
    const ending = await runCli(['fleet', ...args], { ...circumstances, env: { ...env, ...circumstances.env } })
    expect(ending.output).not.toContain('a-password-never-printed')
    expect(ending.output).not.toContain(token)
    return ending
  }
  return { mock, folder, cli }
}

async function query(sql: string): Promise<void> {
  const client = new Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

const eventsOf = ({ stdout }: Ending) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const work = 'work --until-done --interval 200ms'

test('a list goes all the way: init, add, work, status, results, audit', async () => {
  const { cli, mock, folder } = await setFleet()
  expect(await cli('init')).toMatchObject({ code: 0, stdout: 'ready: created the tables, version 1\n' })
  expect((await cli('init')).stdout).toBe('ready: the tables are up to date, version 1\n')
  expect(await cli('add LIST --partner contoso --ceiling 6000 --yes')).toMatchObject({
    code: 0,
    stdout: 'added: customers.csv of contoso: 2 customers\n',
  })
  expect((await cli('status')).stdout).toMatch(
    /^partner: contoso, .*0 sent, 0\.0 % throttled\nlist: customers\.csv of contoso, running, 0 of 2 settled\n$/,
  )
  const worked = await cli(work)
  expect(worked.stdout).toMatch(/^working: for contoso\n(.*\n)*done: \d+ steps, 2 customers settled/)
  expect(worked.code).toBe(0)
  expect(mock.snapshot().upgrades).toHaveLength(2)
  const [status] = eventsOf(await cli('status --json'))
  expect(status).toMatchObject({
    event: 'fleet',
    partners: [{ name: 'contoso', ceiling: 6_000 }],
    lists: [{ name: 'customers.csv', ended: { completed: 2 } }],
  })
  const results = await cli('results customers.csv --out FOLDER/out --xlsx')
  expect(results.stdout).toMatch(/^results: customers\.csv of contoso, 2 completed\nfile: .*customers\.results\.csv\n/)
  expect(readFileSync(join(folder, 'out/customers.results.csv'), 'utf8')).toContain('completed')
  expect((await cli('report customers.csv --out FOLDER/out')).stdout).toMatch(
    /^done: customers\.csv of contoso, 2 of 2 settled, 2 completed\nfile: .*customers\.report\.html\n$/,
  )
  const audit = await cli('audit customers.csv --out FOLDER/out')
  expect(audit.stdout).toMatch(/^seal intact: customers\.audit\.jsonl: 2 customers/)
  expect(audit.code).toBe(0)
})

test('on a terminal, what happens is asked for and shown', async () => {
  const { cli, mock } = await setFleet()
  await cli('init')
  const no = await cli('add LIST --partner contoso', { terminal: 80, typed: 'no\n' })
  expect(no.output).toMatch(/Up to 2 customers of customers\.csv will move/)
  expect(no.code).toBe(1)
  expect(await cli('add LIST --partner contoso')).toMatchObject({ code: 2 })
  expect((await cli('status')).stdout).toBe('fleet: no list yet\n')
  await cli('add LIST --partner contoso', { terminal: 80, typed: 'yes\n' })
  const { output } = await cli('status', { terminal: 100 })
  expect(stripVTControlCharacters(output)).toMatch(
    /LIST +PARTNER +STATE +SETTLED +CUSTOMERS\ncustomers\.csv +contoso +running +0 of 2/,
  )
  expect(mock.requests).toEqual([])
})

test('a list is paused, resumed and cancelled', async () => {
  const { cli, mock } = await setFleet()
  await cli('init')
  await cli('add LIST --partner contoso --ceiling 6000 --yes')
  expect((await cli('pause customers.csv')).stdout).toMatch(/^paused: customers\.csv of contoso: 0 of 2 settled; /)
  expect((await cli(work)).code).toBe(0)
  expect(mock.requests).toEqual([])
  expect((await cli('cancel customers.csv')).stdout).toMatch(/^cancelled: .*nothing more is created/)
  await cli(work)
  expect(mock.snapshot().upgrades).toEqual([])
  expect((await cli('resume customers.csv')).stdout).toMatch(/^running: /)
  await cli(work)
  expect(mock.snapshot().upgrades).toHaveLength(2)
})

test('what failed is retried, after asking', async () => {
  const { cli, mock } = await setFleet()
  await cli('init')
  await cli('add LIST --partner contoso --ceiling 6000 --yes')
  const down = mock.inject(faults.fault('900105'), {
    operation: 'createProductUpgrade',
    customerId: ids[1] ?? '',
    every: 1,
  })
  await cli(work)
  expect((await cli('report customers.csv --out FOLDER')).stdout).toMatch(/1 completed, 1 rejected; 1 can be retried/)
  down.remove()
  expect((await cli('retry customers.csv')).code).toBe(2)
  expect((await cli('retry customers.csv --yes')).stdout).toBe('retried: customers.csv: 1 that had not succeeded\n')
  await cli(work)
  expect((await cli('report customers.csv --out FOLDER')).stdout).toMatch(/2 completed/)
})

test('a worker answers probes and scrapes while it runs, and a signal ends it well', async () => {
  const { cli } = await setFleet()
  await cli('init')
  await cli('add LIST --partner contoso --ceiling 6000 --yes')
  const stopping = new AbortController()
  const port = 9_000 + Math.floor(Math.random() * 50_000)
  const running = cli(`work --interval 200ms --observe ${port}`, { signal: stopping.signal })
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/metrics`).then(
          (answer) => answer.text(),
          () => '',
        ),
      { timeout: 30_000 },
    )
    .toContain('partner_upgrades_rows{partner="contoso",list="customers.csv",state="completed"} 2')
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  const scrape = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  expect(scrape).toContain('partner_upgrades_oldest_unseen_seconds{partner="contoso"} 0\n')
  expect(scrape).toContain('partner_upgrades_creates_total{partner="contoso"} 2\n')
  stopping.abort()
  const { stdout, code } = await running
  expect(stdout).toMatch(new RegExp(`/healthz, /readyz and /metrics at port ${port}`))
  expect(stdout).toMatch(/stopped: \d+ steps, 2 customers settled; its customers are handed back/)
  expect(code).toBe(0)
})

test('two partners need a profile each, and each is asked with its own credentials', async () => {
  const { cli, folder, mock } = await setFleet()
  await cli('init')
  await cli('add LIST --partner contoso --ceiling 6000 --yes')
  writeFileSync(join(folder, 'other.csv'), 'customerId\n5f0a2c61-9d0c-4f0e-9c3b-0d9a1f3f7f11\n')
  await cli('add FOLDER/other.csv --partner fabrikam --ceiling 6000 --credential second --yes')
  const unclear = await cli(work)
  expect(unclear.stderr).toMatch(/credentials of one partner, and there are contoso and fabrikam\. Nothing was sent/)
  expect(unclear.code).toBe(3)
  writeFileSync(join(folder, 'contoso.env'), 'PARTNER_CENTER_TOKEN=token-of-contoso\n')
  const missing = await cli(`${work} --profiles FOLDER`)
  expect(missing.stderr).toMatch(/The profile .*second\.env cannot be read/)
  expect(mock.requests).toEqual([])
  writeFileSync(join(folder, 'second.env'), 'PARTNER_CENTER_TOKEN=token-of-fabrikam\n')
  expect((await cli(`${work} --profiles FOLDER`)).code).toBe(0)
  expect(mock.snapshot().upgrades).toHaveLength(3)
})

test('what is wrong with the database, a list or a partner is one clear line, and nothing is sent', async () => {
  const { cli, mock } = await setFleet()
  const address = (change: (url: URL) => void): Circumstances => {
    const url = new URL(postgres.url)
    change(url)
    return { env: { DATABASE_URL: String(url) } }
  }
  const nobody = address((url) => {
    url.port = '1'
  })
  const wrong = address((url) => {
    url.password = 'wrong-and-secret'
  })
  const none = address((url) => {
    url.pathname = '/none'
  })
  const bad: readonly (readonly [line: string, circumstances: Circumstances, code: number, message: RegExp])[] = [
    ['status', { env: { DATABASE_URL: '' } }, 2, /No database is named.*\n.*Set DATABASE_URL/],
    ['status', { env: { DATABASE_URL: 'mysql://u:secret@h/d' } }, 2, /DATABASE_URL is not the address of a PostgreSQL/],
    ['status', nobody, 5, /No PostgreSQL answers at 127\.0\.0\.1:1 \(ECONNREFUSED\)/],
    ['status', wrong, 3, /refuses the user "owner"/],
    ['status', none, 2, /There is no database "none"/],
    ['status', {}, 2, /fleet init/],
  ]
  for (const [line, circumstances, code, message] of bad) {
    const ending = await cli(line, circumstances)
    expect(ending.stderr).toMatch(message)
    expect(ending.output).not.toContain('secret')
    expect([line, ending.code]).toEqual([line, code])
  }
  await cli('init')
  await cli('add LIST --partner contoso --yes')
  const later: readonly (readonly [line: string, message: RegExp])[] = [
    ['add LIST --partner contoso --yes', /customers\.csv/],
    ['add LIST --partner fabrikam --yes', /contoso/],
    ['pause none.csv', /none\.csv/],
    ['results none.csv', /none\.csv/],
    ['status --partner none', /The fleet has no partner "none"/],
    ['work --partner none', /The fleet has no partner "none"/],
  ]
  for (const [line, message] of later) {
    const ending = await cli(line)
    expect(ending.stderr).toMatch(message)
    expect(ending.stderr).not.toMatch(/\n {4}at |Internal error/)
    expect([line, ending.code]).toEqual([line, 2])
  }
  expect(mock.requests).toEqual([])
})

test('while the database is away, a worker says so once, sends nothing, and goes on when it is back', async () => {
  const { cli, mock, folder } = await setFleet()
  await cli('init')
  await cli('add LIST --partner contoso --ceiling 6000 --yes')
  const stopping = new AbortController()
  const running = cli('work --interval 200ms --lease 10s', { signal: stopping.signal })
  await expect.poll(() => mock.snapshot().upgrades.length, { timeout: 30_000 }).toBe(2)
  await postgres.stop()
  // Longer than it takes to look for something to do.
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  await postgres.start()
  writeFileSync(join(folder, 'later.csv'), 'customerId\n5f0a2c61-9d0c-4f0e-9c3b-0d9a1f3f7f11\n')
  await cli('add FOLDER/later.csv --partner contoso --yes')
  await expect.poll(() => mock.snapshot().upgrades.length, { timeout: 60_000 }).toBe(3)
  stopping.abort()
  const { stdout, code } = await running
  expect(stdout.match(/^database lost: .*$/gm)).toEqual([
    expect.stringMatching(/^database lost: .*; nothing is sent until it answers again; trying on$/),
  ])
  expect(code).toBe(0)
})

test('where the package is not installed, the installed program says how to install it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'without-fleet-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const scope = join(root, 'node_modules/@partner-upgrades')
  mkdirSync(scope, { recursive: true })
  const packages = fileURLToPath(new URL('../..', import.meta.url))
  for (const part of ['package.json', 'dist']) {
    cpSync(join(packages, 'cli', part), join(scope, 'cli', part), { recursive: true })
  }
  for (const name of ['spec', 'client', 'bulk', 'credentials']) symlinkSync(join(packages, name), join(scope, name))
  const args = ['--conditions=@partner-upgrades/source', join(scope, 'cli/dist/main.js'), 'fleet', 'status']
  // Where nx asks for colours, the message has them.
  const { FORCE_COLOR, ...env } = process.env
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...env, DATABASE_URL: postgres.url },
  })
  expect(stderr).toMatch(/^✘ The package for fleets is not installed\.\n.*npm install -g @partner-upgrades\/fleet\n$/)
  expect(status).toBe(2)
})

test('what the container, the compose file and the manifest run are commands with options that exist', async () => {
  const textOf = (name: string): string =>
    readFileSync(
      fileURLToPath(import.meta.resolve(`@partner-upgrades/fleet/package.json`)).replace(
        'package.json',
        `deploy/${name}`,
      ),
      'utf8',
    )
  const commands = ['Dockerfile', 'compose.yaml', 'kubernetes.yaml']
    .flatMap((name) => [...textOf(name).matchAll(/(?:^CMD|command:|args:) \[("?fleet"?, .*)\]/gm)])
    .map(([, words = '']) => words.split(', ').map((word) => word.replaceAll('"', '')))
  expect(commands).toHaveLength(4)
  for (const words of commands) {
    // Without a database, a command is understood and does nothing.
    const { output } = await runCli(words, { env: {} })
    expect(output).toContain('No database is named.')
  }
})
