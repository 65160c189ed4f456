import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { runCli } from '../../../test/run-cli.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const service = 'https://partner.example'
const partner = { name: 'contoso', service }

const fake = vi.hoisted(() => {
  const calls: (readonly [method: string, ...given: unknown[]])[] = []
  const method =
    (name: string, answer: unknown) =>
    async (...given: unknown[]) => {
      calls.push([name, ...given])
      return answer
    }
  return { calls, method, fleet: { status: async (): Promise<unknown> => ({}) } }
})

// The database is that of `packages/cli/proof`. Here, it matters only what reaches the fleet.
vi.mock(import('./open.ts'), async (original) => ({
  ...(await original()),
  withFleet: (_, __, work) => Reflect.apply(work, undefined, [fake.fleet, { createRequestCounters }]),
}))
const createRequestCounters = () => ({ hooks: () => ({}) })

beforeEach(() => {
  fake.calls.length = 0
  fake.fleet = {
    status: async () => ({ partners: [partner], lists: [], workers: [] }),
    ...Object.fromEntries(
      Object.entries({
        work: { steps: 1, ended: 1 },
        prune: [],
        add: { list: 'north', rows: 1 },
        setPartner: undefined,
      }).map(([name, answer]) => [name, fake.method(name, answer)]),
    ),
  }
})

const fleet = (...words: readonly string[]) => runCli(['fleet', ...words], { env: { PARTNER_CENTER_TOKEN: 'token' } })

test.for([
  [['--parallel', '3'], { parallel: 3 }],
  [['--lease', '1m'], { lease: 60_000 }],
  [['--follow', '2h'], { followFor: 7_200_000 }],
  [['--until-done'], { untilDone: true }],
  [['--partner', 'contoso'], { partners: ['contoso'] }],
  [[], {}],
] as const)('work %j passes %j to the fleet, and nothing else', async ([words, expected]) => {
  expect(await fleet('work', ...words)).toMatchObject({ code: 0 })
  const [[method, given] = []] = fake.calls
  const { client, signal, onEvent, ...rest } = Object(given)
  expect([method, rest]).toEqual(['work', expected])
})

test.for([
  [['--interval', '7s'], { minPollDelay: 7_000, maxPollDelay: 7_000 }],
  [['--settle-for', '3m'], { settleFor: 180_000 }],
  [['--timeout', '9s'], { timeout: 9_000 }],
] as const)('work %j passes %j to the client of each partner', async ([words, expected]) => {
  await fleet('work', ...words)
  const [, given] = fake.calls[0] ?? []
  expect(await Object(given).client(partner)).toMatchObject({ ...expected, baseUrl: service })
})

test('prune --older-than counts days', async () => {
  expect(await fleet('prune', '--older-than', '3')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('pruned'),
  })
  expect(fake.calls).toEqual([['prune', 3 * 86_400_000]])
})

test.for([
  [['--name', 'north'], { name: 'north' }, undefined],
  [['--dry-run'], { dryRun: true }, undefined],
  [['--ceiling', '90'], {}, { ceiling: 90 }],
  [['--credential', 'second'], {}, { credential: 'second' }],
] as const)('add %j passes %j to the fleet, and sets %j of the partner', async ([words, expected, settings]) => {
  const folder = mkdtempSync(join(tmpdir(), 'fleet-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'customers.csv')
  writeFileSync(file, `customerId\n${customerId}\n`)
  await fleet('add', file, '--partner', 'contoso', '--yes', ...words)
  const added = { partner: 'contoso', dryRun: false, ...expected }
  expect(fake.calls).toEqual([...(settings ? [['setPartner', { ...partner, ...settings }]] : []), ['add', file, added]])
})
