import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fatesOf } from './ends.ts'
import { StoreProofError, storeProofs } from './store-proofs.ts'
import type { StoreSubject } from './store-subject.ts'

const programOf = (name: string): string => fileURLToPath(new URL(`../test/${name}`, import.meta.url))
const program = programOf('careless-worker.ts')

/** A store whose workers record nothing, with the given results. */
const careless = (ends: readonly string[]): StoreSubject => ({
  lease: 400,
  open: async ({ file, service }) => ({
    worker: { program, args: [file, service] },
    ends: async () => ends,
    close: async () => {},
  }),
})

test('workers that record nothing fail: second upgrades and second request IDs are counted', async () => {
  const [killed] = storeProofs(careless(fatesOf(16)), { customers: 16, workers: 2, strikes: 2 })
  await expect(killed?.run()).rejects.toThrow(StoreProofError)
  await expect(killed?.run()).rejects.toMatchObject({
    findings: [
      expect.stringMatching(/^\d+ customers got a second upgrade$/),
      expect.stringMatching(/^creates for \d+ customers were sent under a second request ID$/),
    ],
  })
})

test('results that leave out a customer, or differ from what happened, fail', async () => {
  const [, , , , clocks] = storeProofs(careless(['completed']), { customers: 2, workers: 1 })
  await expect(clocks?.run()).rejects.toMatchObject({
    findings: ['1 of 2 customers have a result', 'row 0 ended as "completed" instead of "ineligible"'],
  })
})

test('a list that is not finished in time fails', async () => {
  const endless: StoreSubject = {
    ...careless([]),
    open: async () => ({
      worker: { program: programOf('endless-worker.ts') },
      ends: async () => [],
      close: async () => {},
    }),
  }
  const [killed] = storeProofs(endless, { customers: 1, workers: 1, deadline: 500 })
  await expect(killed?.run()).rejects.toThrow('The list was not finished within 500 ms.')
})
