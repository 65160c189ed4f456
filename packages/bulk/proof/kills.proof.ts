import { createClock } from '@partner-upgrades/mocks/core'
import { createNaiveService, fatesOf, killWorker, knownEnd, runWorkers } from '@partner-upgrades/store-proof'
import { createRandom } from '@partner-upgrades/tools/random'
import { describe, expect, test } from 'vitest'
import { crashRun } from '../test/crash-run.ts'
import { journal } from '../test/subjects.ts'

const upgradedOf = (customers: number): number =>
  fatesOf(customers).filter((fate) => /^(completed|partial|failed)/.test(fate)).length

const kinds = [
  { workers: 1, deduplicate: false },
  { workers: 1, deduplicate: true },
  { workers: 4, deduplicate: false },
  { workers: 4, deduplicate: true },
] as const

describe('real processes, killed with kill -9', () => {
  test.for(kinds.map((kind, index) => ({ ...kind, seed: 100 + index })))('%o', async (kind) => {
    const customers = 64
    const run = { ...kind, customers, strikes: 15, strike: killWorker, loses: true }
    const { ends, strikes, service } = await runWorkers(journal, run)
    expect(strikes).toBe(15)
    expect(ends.map(knownEnd)).toEqual(fatesOf(customers))
    expect(service.creates).toBe(upgradedOf(customers))
    expect([...service.upgrades.values()].filter(({ length }) => length > 1)).toEqual([])
  })
})

describe('processes of a simulated machine, killed even in the middle of a write, and by power cuts', () => {
  const runs = [0, 1, 2, 3].flatMap((round) => kinds.map((kind, index) => ({ ...kind, seed: 200 + 4 * round + index })))
  test.for(runs)('%o', async ({ seed, workers, deduplicate }) => {
    const customers = 32
    const clock = createClock({ auto: true })
    const service = createNaiveService(clock, { deduplicate })
    const random = createRandom(seed)
    const serve = async (url: string, init: RequestInit): Promise<Response> => {
      await clock.sleep(random() * 1_000)
      const answer = service.answer(new URL(url).pathname, new Headers(init.headers), String(init.body))
      await clock.sleep(random() * 1_000)
      return answer
    }
    const { ends, kills, unrecorded, requestIds } = await crashRun({ seed, customers, workers, kills: 9, clock, serve })
    expect(kills).toBeGreaterThanOrEqual(9)
    expect(ends.map(knownEnd)).toEqual(fatesOf(customers))
    expect(service.creates).toBe(upgradedOf(customers))
    expect(unrecorded).toBe(0)
    expect([...requestIds.values()].filter(({ size }) => size > 1)).toEqual([])
  })
})
