import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutationsOf, sample } from './mutate.ts'
import { nameOf } from './mutation.ts'
import { findMisplaced, judgeAll } from './run.ts'

const listed: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'survivors.json'), 'utf8'),
)

test('a dozen mutations of the specification, one of every fifth operator, make a suite fail', async () => {
  const ofEach = sample(mutationsOf(join(import.meta.dirname, '../../../packages/spec')), 1, 3)
  const chosen = ofEach.filter((_, index) => index % 5 === 0)
  expect(chosen.length).toBeGreaterThanOrEqual(12)
  const verdicts = await judgeAll(chosen, 2, () => {})
  expect(findMisplaced(verdicts, listed)).toEqual({ unlisted: [], noticed: [] })
})

test('each listed survivor is still a mutation, and has a reason', () => {
  const names = new Set(mutationsOf(join(import.meta.dirname, '../../../packages/spec')).map(nameOf))
  for (const [name, reason] of Object.entries(listed)) {
    expect(names).toContain(name)
    expect(reason).toMatch(/\w+ \w+/)
  }
})
