import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import type { Ending } from '../../test/run-cli.ts'
import { ids, useDatabases, work } from './set-up-fleet.ts'

const { setFleet } = useDatabases()

const eventsOf = ({ stdout }: Ending) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('a list passes through init, add, work, status, results and audit', async () => {
  const { cli, mock, folder } = await setFleet()
  expect(await cli('init')).toMatchObject({ code: 0, stdout: 'ready: created the tables, version 2\n' })
  expect((await cli('init')).stdout).toBe('ready: the tables are up to date, version 2\n')
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

test('on a terminal, adding a list asks for consent, and the status is a table', async () => {
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

test('failed rows are retried, after consent', async () => {
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
