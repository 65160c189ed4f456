import { createClock } from '@partner-upgrades/mocks/core'
import { createNaiveService, fatesOf, killWorker, knownEnd, runWorkers } from '@partner-upgrades/store-proof'
import { createRandom } from '@partner-upgrades/tools/random'
import { expect, test } from 'vitest'
import { crashRun } from '../../test/crash-run.ts'
import { journal } from '../../test/subjects.ts'

const customers = 20
const upgraded = fatesOf(customers).filter((fate) => /^(completed|partial|failed)/.test(fate)).length

test.for([
  { workers: 1, deduplicate: false, seed: 1 },
  { workers: 4, deduplicate: false, seed: 2 },
  { workers: 1, deduplicate: true, seed: 3 },
  { workers: 4, deduplicate: true, seed: 4 },
])('after repeated kills and power cuts, a list ends as if nothing had happened: %o', async (given) => {
  const { seed, workers, deduplicate } = given
  const clock = createClock({ auto: true })
  const service = createNaiveService(clock, { deduplicate })
  const random = createRandom(seed)
  const serve = async (url: string, init: RequestInit): Promise<Response> => {
    await clock.sleep(random() * 1_000)
    const answer = service.answer(new URL(url).pathname, new Headers(init.headers), String(init.body))
    await clock.sleep(random() * 1_000)
    return answer
  }
  const { ends, kills, unrecorded, requestIds } = await crashRun({ seed, customers, workers, kills: 5, clock, serve })
  expect(kills).toBeGreaterThanOrEqual(5)
  expect(ends.map(knownEnd)).toEqual(fatesOf(customers))
  expect(service.creates).toBe(upgraded)
  expect([...service.upgrades.values()].filter(({ length }) => length > 1)).toEqual([])
  expect(unrecorded).toBe(0)
  expect([...requestIds.values()].filter(({ size }) => size > 1)).toEqual([])
})

test('after a process is killed during creates, the next process finds their upgrades', async () => {
  const run = { seed: 5, customers, workers: 1, strikes: 2, strike: killWorker, loses: true }
  const { ends, strikes, service } = await runWorkers(journal, run)
  expect(strikes).toBe(2)
  expect(ends.map(knownEnd)).toEqual(fatesOf(customers))
  expect(service.creates).toBe(upgraded)
}, 60_000)
