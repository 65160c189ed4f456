import { createClock } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { crashRun } from '../testing/crash-run.ts'
import { createNaiveService } from '../testing/naive-service.ts'
import { createRandom } from '../testing/random.ts'

function setUp(seed: number) {
  const clock = createClock({ auto: true })
  const service = createNaiveService(clock)
  const random = createRandom(seed)
  const serve = async (url: string, init: RequestInit): Promise<Response> => {
    await clock.sleep(random() * 1_000)
    const answer = service.answer(new URL(url).pathname, JSON.parse(String(init.body)))
    await clock.sleep(random() * 1_000)
    return answer
  }
  return { clock, service, serve }
}

const customers = 24
const fates = ['ineligible', 'rejected 900105', 'failed 900120', 'partial 900120', ...Array(12).fill('completed')]
const expected = Array.from({ length: customers }, (_, row) => fates[row % 16])

test.for(
  Array.from({ length: Number(process.env.SEEDS ?? 5) }, (_, i) => i + 1).flatMap(
    (s) =>
      [
        [s, 1],
        [s, 4],
      ] as const,
  ),
)('seed %i with %i workers', async ([seed, workers]) => {
  const { clock, service, serve } = setUp(seed)
  const { ends, unrecorded, kills, requestIds, journal } = await crashRun({
    seed,
    customers,
    workers,
    kills: 10,
    clock,
    serve,
  })
  if (process.env.SHOW)
    console.log(
      journal
        .split('\n')
        .map((l) => l.slice(0, 150))
        .join('\n'),
      kills,
    )
  expect(kills).toBeGreaterThanOrEqual(10)
  expect(ends).toEqual(expected)
  expect(unrecorded).toBe(0)
  expect([...service.upgrades.values()].filter((u) => u.length > 1)).toEqual([])
  expect(service.creates).toBe(expected.filter((e) => /^(comp|fail|part)/.test(e)).length)
  expect([...requestIds.values()].map(({ size }) => size).filter((n) => n > 1)).toEqual([])
})
