import { faults } from '@partner-upgrades/mocks/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorkers } from '../test/processes.ts'
import { rateOf, rollCall } from '../test/request-rate.ts'
import { startService } from '../test/service.ts'
import { type FleetSetUp, setUpFleet } from '../test/set-up.ts'

let setUp: FleetSetUp
beforeAll(async () => {
  setUp = await setUpFleet()
})
afterAll(() => setUp.remove())

const perSecond = 40
/** Network delays vary, all the more on a busy machine, so the service counts requests over a few seconds. */
const throttling = [{ requests: perSecond * 5, per: '5s' }] as const

test('ten workers use at least 90 % of a ceiling, with at most 1 % of 429s', async () => {
  const { fleet, lists, postgres } = setUp
  const roll = rollCall(10)
  const service = await startService({ throttling }, { after: roll.heard })
  await fleet.setPartner({ name: 'ceiling', service: service.url, ceiling: perSecond * 60 })
  await fleet.add(lists.write('ceiling.csv', 2_000), { partner: 'ceiling', dryRun: true })
  const workers = startWorkers(postgres.url, 10)
  await workers.done
  await service.close()
  const { rate, refused } = rateOf(service, roll.complete())
  process.stdout.write(
    `ten workers: ${rate.toFixed(1)} of ${perSecond} requests a second, ${(refused * 100).toFixed(2)} % refused\n`,
  )
  expect(refused).toBeLessThanOrEqual(0.01)
  expect(rate).toBeGreaterThanOrEqual(0.9 * perSecond)
})

test('while one tenant is throttled completely, the other keeps its rate', async () => {
  const { fleet, lists, postgres } = setUp
  const [free, throttled] = [await startService({ throttling }), await startService()]
  throttled.partnerCenter.inject(faults.throttled({ retryAfter: 60 }), { every: 1 })
  await fleet.setPartner({ name: 'free', service: free.url, ceiling: perSecond * 60 })
  await fleet.setPartner({ name: 'throttled', service: throttled.url })
  await fleet.add(lists.write('free.csv', 600), { partner: 'free', dryRun: true })
  await fleet.add(lists.write('throttled.csv', 600), { partner: 'throttled', dryRun: true })
  const workers = startWorkers(postgres.url, 3)
  for (;;) {
    const { lists: all } = await fleet.status()
    if (all.find(({ partner }) => partner === 'free')?.open.new === 0) break
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  for (const child of workers.children.values()) child.kill('SIGTERM')
  await workers.done
  const { workers: left, lists: after } = await fleet.status()
  await free.close()
  await throttled.close()
  const { rate, refused } = rateOf(free, free.partnerCenter.requests[60]?.at ?? 0)
  process.stdout.write(`beside a tenant that is throttled: ${rate.toFixed(1)} of ${perSecond} requests a second\n`)
  expect(throttled.partnerCenter.requests.length).toBeLessThan(10)
  expect([left, after.find(({ partner }) => partner === 'throttled')?.open.new]).toEqual([[], 600])
  expect([rate / perSecond >= 0.9, refused <= 0.01]).toEqual([true, true])
})
