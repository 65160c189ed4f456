import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { createRandom } from '@partner-upgrades/tools/random'
import { test } from 'vitest'
import { temporaryFolder } from '../../test/folder.ts'
import { startFile } from '../../test/processes.ts'
import { createFileStore } from '../index.ts'

// Most of the time is spent waiting for the locks of killed processes: the three runs use separate folders, and wait concurrently.
test.concurrent.for([1, 2, 3])(
  'killing three processes at random, sixty times (seed %d), loses nothing and leaves nothing behind',
  // Takes a minute and a half on an idle machine; processes start slowly on a busy one.
  { timeout: 900_000 },
  async (seed, { expect, onTestFinished }) => {
    const random = createRandom(seed)
    const file = join(temporaryFolder(onTestFinished), 'tokens', 'tokens.json')
    mkdirSync(dirname(file), { mode: 0o700 })
    const store = createFileStore(file)
    const said = new Map<string, number>()
    let littered = 0
    for (let kill = 0; kill < 60; kill++) {
      const children = ['a', 'b', 'c'].map((key) => {
        const child = startFile('store-often.ts', [file, key])
        createInterface({ input: child.stdout }).on('line', (line) => void said.set(key, Number(line)))
        return child
      })
      await Promise.all(children.map((child) => once(child.stdout, 'readable')))
      await setTimeout(100 * random())
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(children.map((child) => once(child, 'close')))
      if (readdirSync(dirname(file)).length > 1) littered++
      const begin = performance.now()
      const before = await store.get('kills')
      expect(await store.compareAndSet('kills', before?.version, String(kill))).toBe(true)
      expect(performance.now() - begin).toBeLessThan(5_000)
      expect(readdirSync(dirname(file))).toEqual(['tokens.json'])
      for (const [key, count] of said) {
        const stored = Number((await store.get(key))?.value)
        // One more may be stored than was reported.
        expect([count, count + 1]).toContain(stored)
      }
    }
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).sort()).toEqual(['a', 'b', 'c', 'kills'])
    console.log(`seed ${seed}: ${littered} of 60 kills left a file, and each was gone after the next write`)
  },
)
