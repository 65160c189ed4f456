import { describe, expect, test } from 'vitest'
import { storeProofs } from '../src/store-proof/index.ts'
import { journal, sqlite } from '../test/subjects.ts'

describe.each([
  ['the journal', journal],
  ['the store in SQLite', sqlite],
] as const)('%s', (_, subject) => {
  test.for(storeProofs(subject).map((proof) => [proof.name, proof] as const))('%s', async ([, { run }]) => {
    expect((await run()).ends).toHaveLength(64)
  })
})
