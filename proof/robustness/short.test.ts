// A campaign of a few seconds. `npm run proof:campaign -w @partner-upgrades/proof` runs the long one.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { explain } from './judge/explain.ts'
import { buildPrograms, type Programs } from './machine/programs.ts'
import { noSignals } from './machine/signals.ts'
import { oddCases } from './odd/odd-answers.ts'
import { createRandom } from './random.ts'
import { runBulk } from './scenarios/bulk.ts'
import { runLibrary } from './scenarios/library.ts'
import { runOdd } from './scenarios/odd.ts'
import type { Times } from './scenarios/run-condition.ts'
import { mixed } from './service/behaviours.ts'

const seed = 1
const times: Times = { settle: 800, lag: 500, timeout: 400, lease: 600, speed: 40 }

// Processes start slowly on a busy machine.
const patient = { timeout: 120_000 }

let built: Programs | undefined
beforeAll(async () => {
  built = await buildPrograms()
})
afterAll(() => built?.remove())

const programs = (): Programs => built ?? expect.unreachable()

test.concurrent(
  'processes are killed ten times, and no customer is upgraded twice, lost, or wrongly rejected',
  patient,
  async () => {
    const people = { customers: 14, makers: mixed, lists: 1 } as const
    const killed = { processes: 2, signals: { ...noSignals, kill: 10 }, reach: 6 } as const
    const observation = await runBulk({ name: 'short', seed, times, by: 'cli', ...people, ...killed }, programs())
    expect(explain(observation)).toEqual([])
    expect(observation.signals.kill).toBe(10)
  },
)

test.concurrent('the judge catches a careless program', patient, async () => {
  const careless = { program: 'careless', customers: 8, makers: mixed.slice(4), signals: noSignals } as const
  const { violations } = await runLibrary({ name: 'careless', seed, times, ...careless }, programs())
  expect(violations.some(({ kind }) => kind === 'twice')).toBe(true)
})

test.concurrent('unusual responses affect no other customer', patient, async () => {
  const random = createRandom(seed, 'odd')
  const cases = Array.from({ length: 12 }, () => random.pick(oddCases))
  const quick = { ...times, settle: 400, timeout: 1_000, speed: 200 }
  const condition = { name: 'odd answers', seed, times: quick, by: 'library', signals: noSignals, cases } as const
  expect(explain(await runOdd(condition, programs()))).toEqual([])
})
