import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { customerId, setStage } from '../../../test/partner-center.ts'

const ids = [customerId, '58e2af4f-0ad3-4688-8744-be2357cd939a', '5f0a2c61-9d0c-4f0e-9c3b-0d9a1f3f7f11']

/** Runs a list of three customers whose upgrades take a while; returns its output and its events. */
async function run(...options: readonly string[]) {
  const { cli, env, mock } = await setStage({ durations: { pending: '1m', inProgress: '5m' } })
  const file = join(env.XDG_STATE_HOME ?? '', 'customers.csv')
  writeFileSync(file, `customerId\n${ids.join('\n')}\n`)
  mock.inject(faults.slow({ by: '10s' }), { operation: 'checkProductUpgradeEligibility', every: 1 })
  const { code, stdout } = await cli(['bulk', file, '--yes', '--json', ...options])
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const polls = mock.requests.filter(({ operation }) => operation === 'getProductUpgradeStatus').map(({ at }) => at)
  return { code, events, mock, gaps: polls.slice(1).map((at, index) => at - (polls[index] ?? 0)) }
}

test.for([
  [[], 4],
  [['--parallel', '1'], 1],
] as const)('with %j, a run begins with %i customers at once', async ([options, parallel]) => {
  const { code, events } = await run(...options)
  expect(events.find(({ event }) => event === 'progress')).toMatchObject({ parallel })
  expect(code).toBe(0)
})

test('with --polls 1, two polls are a minute apart; by default, they follow each other more closely', async () => {
  const [slow, usual] = [await run('--polls', '1'), await run()]
  expect(Math.min(...slow.gaps)).toBeGreaterThanOrEqual(59_999)
  expect(Math.min(...usual.gaps)).toBeLessThan(30_000)
})

test.for([
  [[], { completed: 3 }, 0],
  [['--follow', '1m'], { unknown: 3 }, 6],
] as const)('with %j, the customers end as %j', async ([options, ended, expected]) => {
  const { code, events } = await run(...options)
  expect(events.at(-1)).toMatchObject({ event: 'done', ended })
  expect(code).toBe(expected)
})
