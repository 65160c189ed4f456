import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createsOf, customerId, setStage } from '../../testing/partner-center.ts'

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

test('a list is worked through, and the results are where it says', async () => {
  const { cli, file, mock, read } = await setList()
  const { code, stdout } = await cli(['bulk', file, '--yes'])
  expect(stdout).toMatch(
    /^done: 3 completed\nfile: .*results\.csv\nfile: .*results\.jsonl\nfile: .*report\.html\nfile: .*audit\.jsonl\n$/m,
  )
  expect(code).toBe(0)
  expect(createsOf(mock)).toBe(3)
  expect(read('results.csv').trim().split('\n')).toHaveLength(4)
})

test('the end of each customer is in the exit code: 1 if not all were upgraded, 6 if any is unknown', async () => {
  const refused = await setList({ customers: [{ id: at(0) }, { id: at(1) }, { id: at(2), condition: '900105' }] })
  const first = await refused.cli(['bulk', refused.file, '--yes'])
  expect(first.stdout).toContain('done: 2 completed, 1 ineligible; 1 can be run again with --only-failed')
  expect(first.code).toBe(1)
  const lost = await setList()
  lost.mock.inject(faults.gatewayEmpty(), { operation: 'createProductUpgrade', customerId: at(1), every: 1 })
  expect((await lost.cli(['bulk', lost.file, '--yes'])).code).toBe(6)
})

test('a dry run creates nothing, needs no consent, and leaves the real run to come', async () => {
  const { cli, file, mock, read } = await setList()
  const { code, stdout } = await cli(['bulk', file, '--dry-run'])
  expect(stdout).toContain('done: 3 eligible')
  expect(code).toBe(0)
  expect(createsOf(mock)).toBe(0)
  expect(read('dry-run.results.csv')).toContain('eligible')
  expect((await cli(['bulk', file, '--yes'])).stdout).toContain('done: 3 completed')
})

test('without consent nothing is sent', async () => {
  const { cli, file, mock } = await setList()
  expect(await cli(['bulk', file])).toMatchObject({ code: 2, stderr: expect.stringContaining('Add --yes') })
  const { code, output } = await cli(['bulk', file], { terminal: 80, typed: 'no\n' })
  expect(stripVTControlCharacters(output)).toMatch(/Up to 3 customers of customers\.csv will move\s+to an Azure plan/)
  expect(code).toBe(1)
  expect(mock.requests).toHaveLength(0)
})

test('consent at a terminal is enough, and what is settled needs no more of it', async () => {
  const { cli, file } = await setList()
  const { code, output } = await cli(['bulk', file], { terminal: 80, typed: 'yes\n' })
  expect(stripVTControlCharacters(output)).toMatch(/✔ Done +3 completed/)
  expect(code).toBe(0)
  expect((await cli(['bulk', file], { terminal: 80 })).code).toBe(0)
})

test('interrupted, the same command goes on where it was', async () => {
  const { cli, file, mock, folder } = await setList()
  const controller = new AbortController()
  mock.inject(faults.slow({ by: '1s' }), { every: 1 })
  const stopping = mock.clock.sleep(45_000).then(() => controller.abort())
  const stopped = await cli(['bulk', file, '--yes'], { signal: controller.signal })
  await stopping
  expect(stopped.stdout).toMatch(/stopped: .*open: type the same command again to go on\nfile: .*journal\.jsonl/)
  expect(stopped.code).toBe(130)
  expect(existsSync(join(folder, 'customers.results.csv'))).toBe(false)
  expect((await cli(['bulk', file, '--yes'])).stdout).toContain('done: 3 completed')
  expect(mock.snapshot().upgrades).toHaveLength(3)
})

test('--only-failed runs again what may be run again', async () => {
  const { cli, file, mock } = await setList()
  const down = mock.inject(faults.serverError(), { customerId: at(1), every: 1 })
  expect((await cli(['bulk', file, '--yes'])).stdout).toContain('done: 2 completed, 1 rejected')
  down.remove()
  expect((await cli(['bulk', file, '--yes'])).stdout).toContain('done: 2 completed, 1 rejected')
  expect((await cli(['bulk', file, '--yes', '--only-failed'])).stdout).toContain('done: 3 completed')
})

test('in a pipe, a line now and then tells how far it is; with --json, an object', async () => {
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
  ['customerId\ncontoso\n', 2, /has 1 problem\. Nothing was sent\.\n +line 2: customerId is no GUID: "contoso"/],
  ['tenant\nx\n', 2, /line 1: the first line has to name the columns/],
] as const)('a bad list is refused: %j', async ([text, code, message]) => {
  const { cli, file, mock } = await setList({}, text)
  const ending = await cli(['bulk', file, '--yes'])
  expect(ending.stderr).toMatch(message)
  expect(ending.code).toBe(code)
  expect(mock.requests).toHaveLength(0)
})

test('a file that is not there, and a journal of another list, are told plainly', async () => {
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

test('what keeps a list from being begun is a matter of what was typed: 2, and nothing is sent', async () => {
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

test('where nothing can be written beside the list, another folder is named as the way out', async () => {
  const { cli, file, folder } = await setList()
  const { stderr } = await cli(['bulk', file, '--yes', '--out', join(folder, 'nowhere')])
  expect(stderr).toMatch(/nowhere.customers\.journal\.jsonl could not be used.*\n +.*--out/)
})

test('a dry run has answered its question, whatever the answers are', async () => {
  const { cli, file } = await setList({ customers: ids.map((id) => ({ id, condition: '900105' })) })
  const { code, stdout } = await cli(['bulk', file, '--dry-run'])
  expect(stdout).toContain('done: 3 ineligible')
  expect(code).toBe(0)
})

test('what was settled before, and is only told again, is told as such', async () => {
  const { cli, file, mock } = await setList()
  expect((await cli(['bulk', file, '--dry-run'])).stdout).not.toContain('before')
  const asked = mock.requests.length
  const again = await cli(['bulk', file, '--dry-run'])
  expect(again.stdout).toContain('done: 3 eligible; settled before, nothing was sent this time\n')
  expect(JSON.parse((await cli(['bulk', file, '--dry-run', '--json'])).stdout)).toMatchObject({ settledBefore: true })
  expect(mock.requests).toHaveLength(asked)
})

test('all that is wrong with a list is told at once', async () => {
  const { cli, file } = await setList({}, `customerId\n${'contoso\n'.repeat(200)}`)
  const lines = (await cli(['bulk', file, '--yes'])).stderr.trim().split('\n')
  expect(lines[0]).toContain('has 200 problems. Nothing was sent.')
  expect(lines).toHaveLength(201)
  expect(lines.at(-1)).toBe('  line 201: customerId is no GUID: "contoso"')
})

test('credentials that are refused end the run with the code for that, and advice', async () => {
  const lines = Array.from({ length: 20 }, () => crypto.randomUUID())
  const { cli, file, mock } = await setList({}, `customerId\n${lines.join('\n')}\n`)
  mock.inject(faults.mfaRequired(), { every: 1 })
  const { code, stderr } = await cli(['bulk', file, '--yes'])
  expect(stderr).toMatch(/Nothing gets through any more.*run the same command again/)
  expect(stderr).toMatch(/partner-upgrades check\n +For support: MS-RequestId/)
  expect(code).toBe(3)
})

test('where the partner has to sign in first, it is told at once, even of a single customer', async () => {
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

test('where nobody answers, or nobody gives tokens, it is the network that has to be looked at', async () => {
  const { cli, file } = await setList()
  const nowhere = await cli(['bulk', file, '--yes'], { env: { PARTNER_CENTER_BASE_URL: 'http://127.0.0.1:9' } })
  expect(nowhere.stderr).toMatch(/Nothing gets through any more.*\n +Look at the network.*PARTNER_CENTER_BASE_URL/)
  expect(nowhere.code).toBe(5)
})

test('numbers and times that are none are refused', async () => {
  const { cli, file } = await setList()
  for (const words of [
    ['--parallel', '0'],
    ['--polls', 'x'],
    ['--follow', 'long'],
  ]) {
    expect((await cli(['bulk', file, '--yes', ...words])).code).toBe(2)
  }
})
