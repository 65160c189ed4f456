import { expect, test } from 'vitest'
import { createWorld, type World } from '../../test/in-memory.ts'
import { EntryError, StoreError } from '../errors.ts'
import type { JournalEntry } from '../store/journal-entry.ts'
import type { Store } from '../store/store.ts'
import { runBulk } from './run-bulk.ts'
import type { RunOptions } from './run-options.ts'

const full = new StoreError('The disk is full.')

/** Runs a list with a store of which some methods are replaced. */
async function runWith(
  { open, clock, partnerCenter }: World,
  replace: (store: Store) => Partial<Store>,
  options: Partial<RunOptions> = {},
) {
  const store = await open()
  try {
    const client = { credential: 'token', fetch: partnerCenter.fetch, clock }
    return await runBulk({ store: { ...store, ...replace(store) }, client, ...options })
  } finally {
    await store.close()
  }
}

/** A store that rejects some entries. */
const rejecting =
  (error: Error, isRejected: (entry: JournalEntry) => boolean) =>
  ({ append }: Store): Partial<Store> => ({
    append: (entry) => (isRejected(entry) ? Promise.reject(error) : append(entry)),
  })

test('an entry that the store rejects ends its own row as unknown; all others are upgraded', async () => {
  const world = createWorld(4)
  const tooLong = new EntryError('it is too long', 'created', 1)
  const progress = await runWith(
    world,
    rejecting(tooLong, (entry) => entry.is === 'created' && entry.row === 1),
  )
  expect(progress.ended).toMatchObject({ completed: 3, unknown: 1 })
  const { results } = await world.run()
  expect(results[1]).toMatchObject({
    outcome: 'unknown',
    mayRunAgain: true,
    reason: { text: expect.stringMatching(/^The response could not be understood \(EntryError: .*it is too long/) },
  })
})

test.for(['created', 'postponed', 'ended', 'sending'] as const)(
  'if an entry (%s) cannot be written, the run stops, and sends nothing more',
  async (is) => {
    const world = createWorld(20)
    let sent: number | undefined
    // Once a write has failed, so does every later one.
    const failing = rejecting(full, (entry) => {
      if (entry.is === is) sent ??= world.partnerCenter.requests.length
      return sent !== undefined
    })
    await expect(runWith(world, failing, { parallel: 1 })).rejects.toBe(full)
    expect(world.partnerCenter.requests).toHaveLength(sent ?? 0)
    const { results } = await world.run()
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['completed']))
    expect(world.partnerCenter.snapshot().upgrades).toHaveLength(20)
  },
)

test.for(['claim', 'renew', 'progress'] as const)('if the store fails (%s), so does the run', async (method) => {
  const world = createWorld(3, { durations: { pending: '10m' } })
  let calls = 0
  const failing = (store: Store): Partial<Store> => ({
    [method]: async (...words: never[]) => {
      // Once the run is under way.
      if (++calls > 2) throw full
      return Reflect.apply(store[method], store, words)
    },
  })
  await expect(runWith(world, failing)).rejects.toBe(full)
  expect(calls).toBeGreaterThan(2)
})

test('a run whose signal was aborted before it starts sends nothing', async () => {
  const world = createWorld(3)
  const progress = await runWith(world, () => ({}), { signal: AbortSignal.abort() })
  expect(progress.open.new).toBe(3)
  expect(world.partnerCenter.requests).toEqual([])
})

test('with onlyFailed, no new round begins if there is nothing to retry', async () => {
  const { run } = createWorld(2)
  await run()
  expect((await run({ onlyFailed: true })).progress).toMatchObject({ round: 0, ended: { completed: 2 } })
})

test('the progress names the cause of an outage as long as it lasts', async () => {
  const { run, partnerCenter, clock } = createWorld(12)
  const begin = clock.now()
  const causes = new Set<string>()
  const { progress } = await run({
    client: {
      async fetch(url, init) {
        if (clock.now() - begin > 1_800_000) return partnerCenter.fetch(url, init)
        throw new TypeError('fetch failed')
      },
    },
    onProgress({ outage, outageCause }) {
      causes.add(`${outage} ${outageCause?.name}`)
    },
  })
  expect(causes).toEqual(new Set(['false undefined', 'true ConnectionError']))
  expect(progress).not.toHaveProperty('outageCause')
})
