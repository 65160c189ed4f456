import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createsOf, customerId, setStage } from '../../../test/partner-center.ts'

const ids = [customerId, '58e2af4f-0ad3-4688-8744-be2357cd939a', '5f0a2c61-9d0c-4f0e-9c3b-0d9a1f3f7f11']
const at = (index: number): string => ids[index] ?? ''

async function setList(options: Parameters<typeof setStage>[0] = {}, text = `customerId\n${ids.join('\n')}\n`) {
  const stage = await setStage(options)
  const folder = stage.env.XDG_STATE_HOME ?? ''
  const file = join(folder, 'customers.csv')
  writeFileSync(file, text)
  const read = (name: string): string => readFileSync(join(folder, `customers.${name}`), 'utf8')
  return { ...stage, file, folder, read }
}

test('a list is upgraded, and the results are in the reported files', async () => {
  const { cli, file, mock, read } = await setList()
  const { code, stdout } = await cli(['bulk', file, '--yes'])
  expect(stdout).toMatch(
    /^done: 3 completed\nfile: .*results\.csv\nfile: .*results\.jsonl\nfile: .*report\.html\nfile: .*audit\.jsonl\n$/m,
  )
  expect(code).toBe(0)
  expect(createsOf(mock)).toBe(3)
  expect(read('results.csv').trim().split('\n')).toHaveLength(4)
})

test('the exit code is 1 if not all customers were upgraded, 6 if any outcome is unknown', async () => {
  const refused = await setList({ customers: [{ id: at(0) }, { id: at(1) }, { id: at(2), condition: '900105' }] })
  const first = await refused.cli(['bulk', refused.file, '--yes'])
  expect(first.stdout).toContain('done: 2 completed, 1 ineligible; 1 can be retried with --only-failed')
  expect(first.code).toBe(1)
  const lost = await setList()
  lost.mock.inject(faults.gatewayEmpty(), { operation: 'createProductUpgrade', customerId: at(1), every: 1 })
  expect((await lost.cli(['bulk', lost.file, '--yes'])).code).toBe(6)
})

test('a dry run creates nothing, needs no confirmation, and does not affect the real run', async () => {
  const { cli, file, mock, read } = await setList()
  const { code, stdout } = await cli(['bulk', file, '--dry-run'])
  expect(stdout).toContain('done: 3 eligible')
  expect(code).toBe(0)
  expect(createsOf(mock)).toBe(0)
  expect(read('dry-run.results.csv')).toContain('eligible')
  expect((await cli(['bulk', file, '--yes'])).stdout).toContain('done: 3 completed')
})

test('without confirmation nothing is sent', async () => {
  const { cli, file, mock } = await setList()
  expect(await cli(['bulk', file])).toMatchObject({ code: 2, stderr: expect.stringContaining('Add --yes') })
  const { code, output } = await cli(['bulk', file], { terminal: 80, typed: 'no\n' })
  expect(stripVTControlCharacters(output)).toMatch(/Up to 3 customers of customers\.csv will move\s+to an Azure plan/)
  expect(code).toBe(1)
  expect(mock.requests).toHaveLength(0)
})

test('a typed yes suffices, and settled customers need no confirmation', async () => {
  const { cli, file } = await setList()
  const { code, output } = await cli(['bulk', file], { terminal: 80, typed: 'yes\n' })
  expect(stripVTControlCharacters(output)).toMatch(/✔ Done +3 completed/)
  expect(code).toBe(0)
  expect((await cli(['bulk', file], { terminal: 80 })).code).toBe(0)
})

test('after an interruption, the same command resumes', async () => {
  const { cli, clock, file, mock, folder } = await setList()
  const controller = new AbortController()
  mock.inject(faults.slow({ by: '1s' }), { every: 1 })
  const stopping = clock.sleep(45_000).then(() => controller.abort())
  const stopped = await cli(['bulk', file, '--yes'], { signal: controller.signal })
  await stopping
  expect(stopped.stdout).toMatch(/stopped: .*open: rerun the same command to continue\nfile: .*journal\.jsonl/)
  expect(stopped.code).toBe(130)
  expect(existsSync(join(folder, 'customers.results.csv'))).toBe(false)
  expect((await cli(['bulk', file, '--yes'])).stdout).toContain('done: 3 completed')
  expect(mock.snapshot().upgrades).toHaveLength(3)
})

test('--only-failed reruns what may succeed now', async () => {
  const { cli, file, mock } = await setList()
  const down = mock.inject(faults.serverError(), { customerId: at(1), every: 1 })
  expect((await cli(['bulk', file, '--yes'])).stdout).toContain('done: 2 completed, 1 rejected')
  down.remove()
  expect((await cli(['bulk', file, '--yes'])).stdout).toContain('done: 2 completed, 1 rejected')
  expect((await cli(['bulk', file, '--yes', '--only-failed'])).stdout).toContain('done: 3 completed')
})

test('in a pipe, progress is an occasional line; with --json, an object', async () => {
  const plain = await setList()
  expect((await plain.cli(['bulk', plain.file, '--yes'])).stdout).toMatch(/^progress: \d of 3, \d running/m)
  const json = await setList()
  const { stdout } = await json.cli(['bulk', json.file, '--yes', '--json'])
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events[0]).toMatchObject({ event: 'progress', rows: 3, outage: false })
  expect(events.at(-1)).toMatchObject({
    event: 'done',
    ended: { completed: 3 },
    files: { csv: expect.stringContaining('results.csv') },
  })
})

test.for([
  ['customerId\ncontoso\n', 2, /has 1 problem\. Nothing was sent\.\n +line 2: customerId is not a GUID: "contoso"/],
  ['tenant\nx\n', 2, /line 1: no column with the customer ID/],
] as const)('a bad list is refused: %j', async ([text, code, message]) => {
  const { cli, file, mock } = await setList({}, text)
  const ending = await cli(['bulk', file, '--yes'])
  expect(ending.stderr).toMatch(message)
  expect(ending.code).toBe(code)
  expect(mock.requests).toHaveLength(0)
})

test('notes about the list are on stderr, once; with --json, they are events', async () => {
  const text = `Microsoft ID;Company name;Tags\n{${at(0)}};Contoso;gold\n;;\n`
  const { cli, file } = await setList({}, text)
  const plain = await cli(['bulk', file, '--dry-run'])
  expect(plain.stderr).toBe('! Ignored column "Tags"; 1 blank row.\n! Corrected 1 customer ID (braces), on line 2.\n')
  expect(plain.stdout).toMatch(/^done: 1 eligible\n/m)
  const json = await cli(['bulk', file, '--dry-run', '--json'])
  expect(json.stderr).toBe('')
  expect(json.stdout.split('\n').slice(0, 2)).toEqual([
    '{"event":"note","message":"Ignored column \\"Tags\\"; 1 blank row."}',
    '{"event":"note","message":"Corrected 1 customer ID (braces), on line 2."}',
  ])
})

test('on a terminal, notes are wrapped', async () => {
  const columns = ['Primary domain name', 'Relationship', 'Tags', 'Account manager']
  const { cli, file } = await setList({}, `customerId,${columns.join(',')}\n${at(0)},a,b,c,d\n`)
  const { output } = await cli(['bulk', file, '--dry-run'], { terminal: 60 })
  expect(stripVTControlCharacters(output)).toContain(
    '! Ignored columns "Primary domain name", "Relationship",\n  "Tags" and "Account manager".\n',
  )
})

test('with --xlsx, the results are also a workbook, which can be used as a list', async () => {
  const { cli, file, folder } = await setList()
  const { stdout } = await cli(['bulk', file, '--dry-run', '--xlsx'])
  expect(stdout).toMatch(/^file: .*customers\.dry-run\.results\.xlsx$/m)
  const again = await cli(['bulk', join(folder, 'customers.dry-run.results.xlsx'), '--yes'])
  expect(again.stderr).toContain('! Ignored columns "line", "outcome"')
  expect(again.stdout).toContain('done: 3 completed')
})

test('a missing file and a journal of another list are named', async () => {
  const { cli, file, folder, mock } = await setList()
  expect((await cli(['bulk', join(folder, 'none.csv'), '--yes'])).stderr).toContain('none.csv cannot be read (ENOENT')
  await cli(['bulk', file, '--dry-run'])
  const asked = mock.requests.length
  writeFileSync(file, `customerId\n${at(0)}\n`)
  const { stderr, code } = await cli(['bulk', file, '--dry-run'])
  expect(stderr).toMatch(/customers\.dry-run\.journal\.jsonl is the journal of another list of customers/)
  expect(code).toBe(2)
  expect(mock.requests).toHaveLength(asked)
})

test('an error before the run starts: 2, and nothing is sent', async () => {
  const { cli, file, folder, mock } = await setList()
  for (const words of [
    [join(folder, 'none.csv')],
    [folder],
    [file, '--out', join(folder, 'nowhere')],
    [file, '--out', file],
    [file, '--only-failed'],
  ]) {
    expect(await cli(['bulk', ...words, '--yes'])).toMatchObject({ code: 2, stdout: '' })
  }
  expect(mock.requests).toHaveLength(0)
})

test("if the list's folder is not writable, the advice is another folder", async () => {
  const { cli, file, folder } = await setList()
  const { stderr } = await cli(['bulk', file, '--yes', '--out', join(folder, 'nowhere')])
  expect(stderr).toMatch(/nowhere.customers\.journal\.jsonl could not be used.*\n +.*--out/)
})

test('a dry run with ineligible customers succeeds', async () => {
  const { cli, file } = await setList({ customers: ids.map((id) => ({ id, condition: '900105' })) })
  const { code, stdout } = await cli(['bulk', file, '--dry-run'])
  expect(stdout).toContain('done: 3 ineligible')
  expect(code).toBe(0)
})

test('customers who can never be upgraded, or already are, are not offered for a retry', async () => {
  const { cli, file, mock, read } = await setList({
    customers: [{ id: at(0), condition: '900108' }, { id: at(1) }, { id: at(2) }],
    upgrades: [{ customerId: at(1), status: 'Completed' }],
  })
  const dry = await cli(['bulk', file, '--dry-run'])
  expect(dry.stdout).toMatch(/^done: 1 ineligible, 1 eligible, 1 already upgraded$/m)
  expect(dry.code).toBe(0)
  expect(read('dry-run.results.csv')).toContain('"upgraded"')
  expect(read('dry-run.report.html')).toContain('1 has an upgrade already.')
  await cli(['bulk', file, '--yes'])
  const asked = mock.requests.length
  expect((await cli(['bulk', file, '--yes', '--only-failed'])).stdout).toMatch(/^done: 2 completed, 1 ineligible;/m)
  expect(mock.requests).toHaveLength(asked)
})

test('running a finished list again says that nothing was sent', async () => {
  const { cli, file, mock } = await setList()
  expect((await cli(['bulk', file, '--dry-run'])).stdout).not.toContain('before')
  const asked = mock.requests.length
  const again = await cli(['bulk', file, '--dry-run'])
  expect(again.stdout).toContain(
    'done: 3 eligible; already settled, nothing was sent this time; use --again to check again\n',
  )
  expect(JSON.parse((await cli(['bulk', file, '--dry-run', '--json'])).stdout)).toMatchObject({ settledBefore: true })
  expect(mock.requests).toHaveLength(asked)
})

test('all problems of a list are reported at once', async () => {
  const { cli, file } = await setList({}, `customerId\n${'contoso\n'.repeat(200)}`)
  const lines = (await cli(['bulk', file, '--yes'])).stderr.trim().split('\n')
  expect(lines[0]).toContain('has 200 problems. Nothing was sent.')
  expect(lines).toHaveLength(201)
  expect(lines.at(-1)).toBe('  line 201: customerId is not a GUID: "contoso"')
})

test('refused credentials end the run with their exit code, and advice', async () => {
  const lines = Array.from({ length: 20 }, () => crypto.randomUUID())
  const { cli, file, mock } = await setList({}, `customerId\n${lines.join('\n')}\n`)
  mock.inject(faults.mfaRequired(), { every: 1 })
  const { code, stderr } = await cli(['bulk', file, '--yes'])
  expect(stderr).toMatch(/No requests get through.*run the same command again/)
  expect(stderr).toMatch(/partner-upgrades check\n +For support: MS-RequestId/)
  expect(code).toBe(3)
})

test('a missing sign-in is reported at once, even for a single customer', async () => {
  const { cli, file, mock } = await setList({}, `customerId\n${at(0)}\n`)
  const begin = mock.clock.now()
  const { code, stderr } = await cli(['bulk', file, '--yes'], {
    env: {
      PARTNER_CENTER_TOKEN: '',
      PARTNER_CENTER_TENANT_ID: '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10',
      PARTNER_CENTER_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
    },
  })
  expect(stderr).toMatch(/must sign in and consent first.*\n +Sign in again: partner-upgrades login/)
  expect(code).toBe(3)
  expect(mock.clock.now() - begin).toBeLessThan(30_000)
  expect(mock.requests).toHaveLength(0)
})

test('a service that only answers 429 ends the run with its exit code', async () => {
  const { cli, file, mock } = await setList()
  mock.inject(faults.throttled({ retryAfter: 57 }), { every: 1 })
  const { code, stderr } = await cli(['bulk', file, '--yes'])
  expect(stderr).toContain('No requests get through')
  expect(code).toBe(4)
})

test('without an answer or a token, the advice is to check the network', async () => {
  const { cli, file } = await setList()
  const nowhere = await cli(['bulk', file, '--yes'], { env: { PARTNER_CENTER_BASE_URL: 'http://127.0.0.1:9' } })
  expect(nowhere.stderr).toMatch(/No requests get through.*\n +Check the network.*PARTNER_CENTER_BASE_URL/)
  expect(nowhere.code).toBe(5)
})

test('invalid numbers and times are rejected', async () => {
  const { cli, file } = await setList()
  for (const words of [
    ['--parallel', '0'],
    ['--polls', 'x'],
    ['--follow', 'long'],
  ]) {
    expect((await cli(['bulk', file, '--yes', ...words])).code).toBe(2)
  }
})

test('--limit caps the number of creates; the run says how many customers are left for the next one', async () => {
  const { cli, file, mock, folder } = await setList()
  const first = await cli(['bulk', file, '--yes', '--limit', '2'])
  expect(first.stdout).toMatch(
    /^batch done: 2 completed; limit of 2 reached, 1 left: rerun the same command for the next batch\nfile: .*journal\.jsonl\n$/m,
  )
  expect(first.code).toBe(0)
  expect(createsOf(mock)).toBe(2)
  expect(existsSync(join(folder, 'customers.results.csv'))).toBe(false)
  const second = await cli(['bulk', file, '--yes', '--limit', '2'])
  expect(second.stdout).toMatch(/^done: 3 completed$/m)
  expect(second.code).toBe(0)
  expect(createsOf(mock)).toBe(3)
})

test('the question and the closing lines of a limited run are about this run', async () => {
  const { cli, file } = await setList()
  const { output, code } = await cli(['bulk', file, '--limit', '1'], { terminal: 80, typed: 'yes\n' })
  const text = stripVTControlCharacters(output).replace(/\s+/g, ' ')
  expect(text).toContain('Up to 1 customer of customers.csv will move')
  expect(text).toContain(
    '● Batch done 1 completed limit of 1 reached, 2 left: rerun the same command for the next batch',
  )
  expect(code).toBe(0)
  const json = await cli(['bulk', file, '--limit', '1', '--yes', '--json'])
  expect(JSON.parse(json.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
    event: 'stopped',
    left: 1,
    limitReached: true,
  })
})

test('the exit code of a limited run reflects the customers that were settled', async () => {
  const { cli, file } = await setList({ customers: [{ id: at(0), condition: '900105' }, { id: at(1) }, { id: at(2) }] })
  const { stdout, code } = await cli(['bulk', file, '--yes', '--limit', '1'])
  expect(stdout).toContain('batch done: 1 completed, 1 ineligible; limit of 1 reached, 1 left')
  expect(code).toBe(1)
})

test('resuming asks only for the customers that still need a create', async () => {
  const { cli, file, mock } = await setList()
  const controller = new AbortController()
  const followed = () =>
    new Set(mock.requests.filter(({ operation }) => operation === 'getProductUpgradeStatus').map((r) => r.customerId))
  const stopped = cli(['bulk', file, '--yes', '--limit', '2'], { signal: controller.signal })
  while (followed().size < 2) await new Promise((resolve) => setImmediate(resolve))
  controller.abort()
  expect((await stopped).code).toBe(130)
  const { output } = await cli(['bulk', file], { terminal: 80, typed: 'no\n' })
  expect(stripVTControlCharacters(output)).toContain('Up to 1 customer of customers.csv')
})

test('resuming counts a create without a response as one that may be sent again', async () => {
  const { cli, file, mock } = await setList()
  const controller = new AbortController()
  mock.inject(faults.stalled(), { operation: 'createProductUpgrade', every: 1 })
  const stopped = cli(['bulk', file, '--yes', '--limit', '1'], { signal: controller.signal })
  while (createsOf(mock) === 0) await new Promise((resolve) => setImmediate(resolve))
  controller.abort()
  expect((await stopped).code).toBe(130)
  const ask = async (...words: string[]) =>
    stripVTControlCharacters((await cli(['bulk', file, ...words], { terminal: 80, typed: 'no\n' })).output)
  expect(await ask()).toContain('Up to 3 customers of customers.csv')
  expect(await ask('--limit', '1')).toContain('Up to 2 customers of customers.csv')
})

test('--only-failed asks about the customers to retry, but about those left first after an interruption', async () => {
  const { cli, file, mock } = await setList()
  const failing = mock.inject(faults.fault('900130'), {
    operation: 'createProductUpgrade',
    customerId: at(0),
    every: 1,
  })
  const ask = async () =>
    stripVTControlCharacters((await cli(['bulk', file, '--only-failed'], { terminal: 80, typed: 'no\n' })).output)
  await cli(['bulk', file, '--yes', '--limit', '1'])
  failing.remove()
  expect(await ask()).toContain('Up to 2 customers of customers.csv')
  await cli(['bulk', file, '--yes'])
  expect(await ask()).toContain('Up to 1 customer of customers.csv')
})

test.for([
  [['--limit', '0'], /'--limit <number>' argument '0' is invalid.*whole number/],
  [['--limit', '5', '--dry-run'], /'--limit <number>' cannot be used with option '--dry-run'/],
] as const)('%j is rejected as an invalid limit, and nothing is sent', async ([words, message]) => {
  const { cli, file, mock } = await setList()
  const { code, stderr } = await cli(['bulk', file, '--yes', ...words])
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
  expect(mock.requests).toHaveLength(0)
})

test('--again checks the customers of a dry run again', async () => {
  const { cli, file, mock } = await setList()
  await cli(['bulk', file, '--dry-run'])
  const words = ['bulk', file, '--dry-run', '--again']
  mock.inject(faults.slow({ by: '1s' }), { every: 1 })
  const { stdout, stderr, code } = await cli(words)
  expect(stdout).toMatch(/^done: 3 eligible$/m)
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(mock.requests).toHaveLength(6)
  const controller = new AbortController()
  const stopped = cli(words, { signal: controller.signal })
  while (mock.requests.length < 7) await new Promise((resolve) => setImmediate(resolve))
  controller.abort()
  expect((await stopped).code).toBe(130)
})

test('--again finishes an interrupted dry run first, and says so', async () => {
  const { cli, file, mock } = await setList()
  const controller = new AbortController()
  mock.inject(faults.stalled(), { customerId: at(1), times: 1 })
  const stopped = cli(['bulk', file, '--dry-run', '--timeout', '10m'], { signal: controller.signal })
  while (mock.requests.length < 3) await new Promise((resolve) => setImmediate(resolve))
  await new Promise((resolve) => setImmediate(resolve))
  controller.abort()
  await stopped
  const { stderr, stdout } = await cli(['bulk', file, '--dry-run', '--again'])
  expect(stderr).toMatch(
    /^! The previous dry run has not finished: only the \d customers left are checked\. Run the same/,
  )
  expect(stdout).toMatch(/^done: 3 eligible$/m)
})

test.for([
  [['--again', '--yes'], /--again checks the customers of a dry run again: add --dry-run.*\n +.*--only-failed/],
  [['--again', '--dry-run', '--only-failed'], /'--again' cannot be used with option '--only-failed'/],
] as const)('%j is rejected, and nothing is sent', async ([words, message]) => {
  const { cli, file, mock } = await setList()
  const { code, stderr } = await cli(['bulk', file, ...words])
  expect(stderr).toMatch(message)
  expect(code).toBe(2)
  expect(mock.requests).toHaveLength(0)
})

test('in a pipe, an outage is reported at once, with its reason, and so is its end', async () => {
  const { cli, file, mock } = await setList(
    {},
    `customerId\n${Array.from({ length: 15 }, () => crypto.randomUUID()).join('\n')}\n`,
  )
  const down = mock.inject(faults.dropped(), { every: 1 })
  let told = ''
  const { stdout } = await cli(['bulk', file, '--dry-run'], {
    onOutput(text) {
      told += text
      if (/^outage:/m.test(told) && /, no connection$/m.test(told)) down.remove()
    },
  })
  const lines = stdout.split('\n')
  const first = lines.findIndex((line) => line.startsWith('outage:'))
  expect(lines[first]).toBe(
    'outage: No connection: UND_ERR_SOCKET; nothing gets through; retrying, one customer at a time',
  )
  expect(first).toBeLessThan(lines.findIndex((line) => line.startsWith('done:')))
  expect(stdout).not.toMatch(/[\da-f]{8}-/)
  expect(stdout).toMatch(/^progress: .*, no connection$/m)
  expect(lines.filter((line) => line.startsWith('outage'))).toEqual([
    lines[first],
    'outage over: requests get through again',
  ])
})
