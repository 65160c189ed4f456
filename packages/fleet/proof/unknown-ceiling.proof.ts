import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorkers } from '../test/processes.ts'
import { startService } from '../test/service.ts'
import { type FleetSetUp, setUpFleet } from '../test/set-up.ts'

let setUp: FleetSetUp
beforeAll(async () => {
  setUp = await setUpFleet()
})
afterAll(() => setUp.remove())

/** The service's limit in requests per second, which the fleet is not told: so low that any machine can exceed it. */
const perSecond = 10
const throttling = [{ requests: perSecond * 5, per: '5s' }] as const
/** More than enough to speed up from two requests per second to this ceiling. */
const customers = 900

test('three workers find an unknown ceiling with at most 2 % of 429s', async () => {
  const { fleet, lists, postgres } = setUp
  const service = await startService({ throttling })
  await fleet.setPartner({ name: 'unknown', service: service.url })
  await fleet.add(lists.write('unknown.csv', customers), { partner: 'unknown', dryRun: true })
  await startWorkers(postgres.url, 3).done
  await service.close()
  const { requests } = service.partnerCenter
  const isRefused = ({ status }: { readonly status?: number | undefined }): boolean => status === 429
  const refused = requests.filter(isRefused)
  const first = requests.findIndex(isRefused)
  const found = requests.length - first
  const [partner] = (await fleet.status()).partners
  const rate = partner?.rate ?? 0
  process.stdout.write(
    `an unknown ceiling of ${perSecond} requests a second: ${refused.length} of ${requests.length} refused, the first after ${first}, ${refused.length} of the ${found} since; ${rate.toFixed(1)} a second at the end\n`,
  )
  expect((await fleet.status()).lists[0]?.open).toEqual({ new: 0, sent: 0, created: 0 })
  // If the ceiling was never reached, the proof shows nothing.
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.length / requests.length).toBeLessThanOrEqual(0.02)
  expect(rate).toBeGreaterThanOrEqual(0.6 * perSecond)
  expect(rate).toBeLessThanOrEqual(1.1 * perSecond)
})
