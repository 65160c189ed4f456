import { createRandom } from '@partner-upgrades/tools/random'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorkers, type WorkerProcesses } from '../test/processes.ts'
import { startService } from '../test/service.ts'
import { type FleetSetUp, setUpFleet } from '../test/set-up.ts'

let setUp: FleetSetUp
beforeAll(async () => {
  setUp = await setUpFleet()
})
afterAll(() => setUp.remove())

const [customers, kills] = [Number(process.env.FLEET_CUSTOMERS ?? 2_000), 40]

test(`${customers} customers, 3 workers, ${kills} kill -9: as many creates as customers, and no second request ID`, async () => {
  const { fleet, lists, postgres } = setUp
  const random = createRandom(17)
  let workers: WorkerProcesses | undefined
  let done = 0
  let countdown = 20

  /** Kills the worker that sent a request, if the next kill is due. */
  function strike(worker: string): boolean {
    if (done >= kills || --countdown > 0) return false
    if (!workers?.children.get(worker)?.kill('SIGKILL')) return false
    done++
    countdown = 1 + Math.floor((random() * 3 * customers) / kills)
    return true
  }

  const service = await startService(
    {},
    {
      before: (worker) => random() < 0.5 && strike(worker) && random() < 0.5,
      after: (worker) => void strike(worker),
    },
  )
  await fleet.setPartner({ name: 'kills', service: service.url, ceiling: 6_000 })
  await fleet.add(lists.write('kills.csv', customers), { partner: 'kills' })
  workers = startWorkers(postgres.url, 3)
  await workers.done
  const { ended, open } = await fleet.writeResults('kills.csv', lists.files)
  await service.close()
  expect([done, open, ended.completed]).toEqual([kills, { new: 0, sent: 0, created: 0 }, customers])
  expect(lists.outcomes()).toEqual({ completed: customers })
  const creates = [...service.creates().values()]
  expect(creates).toHaveLength(customers)
  expect(creates.filter((ids) => ids.length > 1)).toEqual([])
})
