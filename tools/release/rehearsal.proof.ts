import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleFolders } from '../examples/example-folders.ts'
import { publishedPackages } from '../packages/published.ts'
import { rehearse } from './rehearsal.ts'

const root = join(import.meta.dirname, '../..')
const minutes = 60_000

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('rehearsal-'))

test('the next release and a breaking one can be published, installed and used', {
  timeout: 25 * minutes,
}, async () => {
  const before = leftovers()
  const start = performance.now()
  const { first, breaking, examples } = await rehearse({ print: console.log })
  console.log(`rehearsed in ${Math.round((performance.now() - start) / 1000)} s`)

  const published = publishedPackages(root).map(({ manifest }) => manifest.name)
  expect([...first.keys()].sort()).toEqual([...published].sort())
  for (const name of published) {
    expect(major(breaking.get(name)), name).toBe(major(first.get(name)) + 1)
  }
  expect(examples).toEqual(exampleFolders(root).map((folder) => basename(folder)))
  expect(leftovers()).toEqual(before)
})

test('an interrupted rehearsal leaves nothing behind', { timeout: 10 * minutes }, async () => {
  const before = leftovers()
  const stop = new AbortController()
  const rehearsal = rehearse({ print: () => stop.abort(new Error('stopped')), signal: stop.signal })
  await expect(rehearsal).rejects.toThrow('stopped')
  expect(leftovers()).toEqual(before)
})

function major(version = ''): number {
  return Number(version.split('.')[0])
}
