import { expect, test } from 'vitest'
import { measureRate, shareOf } from './rate.ts'

test('10,000 customers all end, with each preset hitting one in a hundred, at nine tenths of the allowed rate', async () => {
  const perMinute = 600
  const customers = 10_000
  const rate = await measureRate({ customers, perMinute, share: 0.01, speed: 25 })
  const { ended, results, hits } = rate
  const share = shareOf(rate, perMinute)
  process.stdout.write(`${JSON.stringify({ ...rate, results: results.length, share })}\n`)
  expect(results).toHaveLength(customers)
  expect(Object.values(ended).reduce((sum, count) => sum + count, 0)).toBe(customers)
  // No customer has two upgrades, and each upgrade is in the results.
  expect(rate.upgrades).toBe(rate.customers)
  expect(rate.createdInJournal).toBe(rate.upgrades)
  expect(results.filter(({ upgradeId }) => upgradeId)).toHaveLength(rate.upgrades)
  expect(Object.keys(hits).length).toBe(26)
  expect(share).toBeGreaterThan(0.9)
})
