import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorkers, type WorkerProcesses } from '../test/processes.ts'
import { type Service, startService } from '../test/service.ts'
import { type FleetSetUp, setUpFleet } from '../test/set-up.ts'

let setUp: FleetSetUp
beforeAll(async () => {
  setUp = await setUpFleet()
})
afterAll(() => setUp.remove())

const customers = 400

/** Starts workers on a new list, and a service that triggers the happenings at even intervals of requests. */
async function begin(
  name: string,
  happenings: readonly (() => void | Promise<void>)[],
  ahead: readonly number[] = [],
): Promise<{ readonly workers: WorkerProcesses; readonly service: Service; readonly creators: Map<string, number> }> {
  const { fleet, lists, postgres } = setUp
  const left = [...happenings]
  const creators = new Map<string, number>()
  let requests = 0
  const every = Math.floor((customers * 2) / (happenings.length + 1))
  const service = await startService(
    {},
    {
      after(worker) {
        creators.set(worker, (creators.get(worker) ?? 0) + 1)
        if (++requests % every === 0) void left.shift()?.()
      },
    },
  )
  await fleet.setPartner({ name, service: service.url, ceiling: 6_000 })
  await fleet.add(lists.write(`${name}.csv`, customers), { partner: name })
  return { workers: startWorkers(postgres.url, 2, ahead), service, creators }
}

async function expectOneCreateEach(name: string, service: Service): Promise<void> {
  const { fleet, lists } = setUp
  const { ended, open } = await fleet.writeResults(`${name}.csv`, lists.files)
  await service.close()
  expect([open, ended.completed]).toEqual([{ new: 0, sent: 0, created: 0 }, customers])
  const creates = [...service.creates().values()]
  expect(creates).toHaveLength(customers)
  expect(creates.filter((ids) => ids.length > 1)).toEqual([])
}

test('PostgreSQL crashes four times: the workers reconnect and continue, and no create is sent twice', async () => {
  let crashes = 0
  const crash = async (): Promise<void> => {
    await setUp.postgres.restart()
    crashes++
  }
  const { workers, service } = await begin('crashes', [crash, crash, crash, crash])
  await workers.done
  expect(crashes).toBe(4)
  await expectOneCreateEach('crashes', service)
})

test('a worker is suspended for longer than its lease and then resumes: no create is sent twice', async () => {
  let stops = 0
  let running: WorkerProcesses | undefined
  const stop = (): void => {
    const [child] = [...(running?.children.values() ?? [])].slice(stops % 2)
    child?.kill('SIGSTOP')
    stops++
    setTimeout(() => child?.kill('SIGCONT'), 16_000)
  }
  const { workers, service } = await begin('stops', [stop, stop, stop])
  running = workers
  await workers.done
  expect(stops).toBe(3)
  await expectOneCreateEach('stops', service)
})

test('clocks are ten minutes apart: each worker does its share, and no create is sent twice', async () => {
  const { workers, service, creators } = await begin('clocks', [], [0, 600_000])
  await workers.done
  await expectOneCreateEach('clocks', service)
  const counts = [...creators.values()]
  const all = counts.reduce((sum, count) => sum + count, 0)
  expect(Math.min(...counts) / all).toBeGreaterThanOrEqual(0.4)
  expect(counts).toHaveLength(2)
})
