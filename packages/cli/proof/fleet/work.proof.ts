import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useDatabases, work } from './set-up-fleet.ts'

const { server, setFleet } = useDatabases()

test('a running worker answers probes and scrapes, and stops cleanly on a signal', async () => {
  const { cli } = await setFleet()
  await cli('init')
  await cli('add LIST --partner contoso --ceiling 6000 --yes')
  const stopping = new AbortController()
  let told = ''
  const running = cli('work --interval 200ms --observe 0', {
    signal: stopping.signal,
    onOutput: (text) => {
      told += text
    },
  })
  await expect.poll(() => told, { timeout: 30_000 }).toMatch(/\/healthz, \/readyz and \/metrics at port \d+/)
  const port = Number(/at port (\d+)/.exec(told)?.[1])
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
  expect(stdout).toMatch(/stopped: \d+ steps, 2 customers settled; its customers are handed back/)
  expect(code).toBe(0)
})

test('two partners need a profile each, and requests use the credentials of their partner', async () => {
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

test('while the database is down, a worker says so once and sends nothing; it resumes once the database is back', async () => {
  const { cli, mock, folder } = await setFleet()
  await cli('init')
  await cli('add LIST --partner contoso --ceiling 6000 --yes')
  const stopping = new AbortController()
  const running = cli('work --interval 200ms --lease 10s', { signal: stopping.signal })
  await expect.poll(() => mock.snapshot().upgrades.length, { timeout: 30_000 }).toBe(2)
  await server().stop()
  // Longer than a worker waits between two polls for work.
  await new Promise((resolve) => setTimeout(resolve, 5_000))
  await server().start()
  writeFileSync(join(folder, 'later.csv'), 'customerId\n5f0a2c61-9d0c-4f0e-9c3b-0d9a1f3f7f11\n')
  await cli('add FOLDER/later.csv --partner contoso --yes')
  await expect.poll(() => mock.snapshot().upgrades.length, { timeout: 60_000 }).toBe(3)
  stopping.abort()
  const { stdout, code } = await running
  expect(stdout.match(/^database lost: .*$/gm)).toEqual([
    expect.stringMatching(/^database lost: .*; nothing is sent until it responds again; retrying$/),
  ])
  expect(code).toBe(0)
})
