import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { useDatabases, work } from './set-up-fleet.ts'

const { setFleet } = useDatabases()

test('a list begun by bulk continues in the fleet, and bulk then says where it is', async () => {
  const { cli, alone, mock, folder } = await setFleet()
  const journal = 'FOLDER/customers.journal.jsonl'
  await cli('init')
  expect((await alone('bulk LIST --limit 1 --yes')).stdout).toMatch(/^batch done: 1 completed/m)

  const forgotten = await cli('add LIST --partner contoso --yes')
  expect(forgotten.stderr).toMatch(/Bulk has begun this list: [\s\S]*--journal .*customers\.journal\.jsonl/)
  const unasked = await cli(`add LIST --partner contoso --journal ${journal}`, { terminal: 80, typed: 'no\n' })
  expect(unasked.output).toMatch(/Up to 1 customer of customers\.csv/)
  const elsewhere = await cli(`add LIST --partner contoso --journal ${journal} --yes`, {
    env: { PARTNER_CENTER_BASE_URL: 'https://elsewhere.example' },
  })
  expect(elsewhere.stderr).toMatch(/journal\.jsonl is the journal of another service/)
  expect([forgotten.code, unasked.code, elsewhere.code]).toEqual([2, 1, 2])
  expect((await cli('status')).stdout).toBe('fleet: no list yet\n')

  const handedOver = {
    code: 0,
    stdout: expect.stringMatching(
      /^handed over: customers\.csv of contoso: 2 customers, 1 of 2 settled, 1 completed\n$/,
    ),
  }
  const add = `add LIST --partner contoso --ceiling 6000 --journal ${journal} --yes`
  expect(await cli(add)).toMatchObject(handedOver)
  expect(await cli(add)).toMatchObject(handedOver)
  const refused = await alone('bulk LIST --yes')
  expect(refused.stderr).toMatch(
    /handed over to a fleet, .* the list "customers\.csv" of the partner contoso\. Nothing was sent/,
  )
  expect(refused.code).toBe(2)
  expect((await alone('report LIST')).stdout).toMatch(
    /^stopped: 1 of 2 settled, 1 completed; .*; handed over to a fleet: partner-upgrades fleet report customers\.csv\n/,
  )

  expect((await cli(work)).code).toBe(0)
  expect((await cli('results customers.csv --out FOLDER/out')).stdout).toMatch(/^results: .*, 2 completed\n/)
  const results = readFileSync(join(folder, 'out/customers.results.jsonl'), 'utf8').trim().split('\n')
  expect(results.map((line) => JSON.parse(line).outcome)).toEqual(['completed', 'completed'])
  expect(mock.snapshot().upgrades).toHaveLength(2)
})
