import { storeProofs } from '@partner-upgrades/store-proof'
import { describe, expect, test } from 'vitest'
import { holdingNobody, journal, sqlite } from '../test/subjects.ts'

describe.each([
  ['the journal', journal],
  ['the store in SQLite', sqlite],
] as const)('%s', (_, subject) => {
  test.for(storeProofs(subject).map((proof) => [proof.name, proof] as const))('%s', async ([, { run }]) => {
    expect((await run()).ends).toHaveLength(64)
  })
})

test('a store whose hold pauses nobody fails the proof of hold', async () => {
  const proof = storeProofs(holdingNobody).find(({ name }) => name.includes('told to wait'))
  await expect(proof?.run()).rejects.toMatchObject({
    findings: [expect.stringMatching(/^\d+ requests were sent while a worker had been told to wait/)],
  })
})
