// The long campaign. The environment variable ROBUSTNESS_SEED sets the seed; the default is 1.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { careless, entries, oddEntries } from './campaign.ts'
import { explain } from './judge/explain.ts'
import { type Observation, toBehaviourTable, toTable } from './judge/table.ts'
import { buildPrograms } from './machine/programs.ts'
import { runAll } from './run-all.ts'
import { type SweepPoint, sweep, sweepTable } from './sweep.ts'

const seed = Number(process.env.ROBUSTNESS_SEED ?? 1)

let observations: ReadonlyMap<string, Observation> = new Map()
let points: readonly SweepPoint[] = []

beforeAll(async () => {
  const programs = await buildPrograms()
  // Alone, because it measures time.
  points = await sweep(programs, seed).finally(programs.remove)
  const observed = await runAll([...entries, ...oddEntries, careless], seed, 10)
  observations = new Map(observed.map((each) => [each.name, each]))
  report()
}, 1_200_000)

const observe = (name: string): Observation => observations.get(name) ?? expect.unreachable()

function report(): void {
  const main = entries.map(({ name }) => observe(name))
  const odd = toTable(oddEntries.map(({ name }) => observe(name))).split('\n')
  const text = [
    `Seed ${seed}`,
    toTable(main),
    toBehaviourTable(main),
    'Unusual responses, all lists together:',
    [...odd.slice(0, 2), odd.at(-1)].join('\n'),
    'A careless program, which the judge has to catch:',
    toTable([observe(careless.name)]),
    'How late the service may be:',
    sweepTable(points),
  ].join('\n\n')
  console.log(text)
  const folder = join(import.meta.dirname, '../reports')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'robustness.md'), `${text}\n`)
}

describe('no customer is upgraded twice, lost, or wrongly rejected', () => {
  test.for(entries.map(({ name }) => name))('%s', (name) => {
    expect(explain(observe(name))).toEqual([])
  })
})

describe('an unusual response affects no other customer', () => {
  test.for(oddEntries.map(({ name }) => name))('%s', (name) => {
    expect(explain(observe(name))).toEqual([])
  })
})

test('processes were killed 300 times', () => {
  const kills = [...observations.values()].reduce((sum, { signals }) => sum + signals.kill, 0)
  expect(kills).toBeGreaterThanOrEqual(300)
})

describe('the judge detects', () => {
  test('a careless program', () => {
    const twice = observe(careless.name).violations.filter(({ kind }) => kind === 'twice')
    expect(twice.length).toBeGreaterThan(3)
  })

  test.for(['commit', 'sight'] as const)('the second upgrade that a %s after the settling time causes', (of) => {
    const twice = (least: number, most: number): number =>
      points
        .filter((point) => point.of === of && point.lag >= least && point.lag <= most)
        .reduce((sum, point) => sum + point.twice, 0)
    expect(twice(0, 0.9)).toBe(0)
    expect(twice(1.5, 3)).toBeGreaterThan(0)
  })
})
