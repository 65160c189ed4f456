import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onFileCall } from '@partner-upgrades/tools/file-calls'
import { expect, onTestFinished, test } from 'vitest'
import { currentProcess } from './process-identity.ts'
import { type HeldLock, tryLock } from './process-lock.ts'

/** Linux gives no process such an ID. */
const nobody = 4_194_305

/** A lock in a folder of its own, which a process that has died left behind. */
function abandonedLock(): string {
  const folder = mkdtempSync(join(tmpdir(), 'locks-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'lock')
  const dead = { id: 'of-the-dead', purpose: 'died', since: '2026-01-01T00:00:00.000Z' }
  writeFileSync(path, JSON.stringify({ ...dead, process: { ...currentProcess(), pid: nobody } }))
  return path
}

/** Takes a lock for another process, if it is not held here by then. */
function take(path: string): HeldLock | undefined {
  const lock = tryLock(path, 'other')
  return 'release' in lock ? lock : undefined
}

/** What another process does with the lock meanwhile; returns what it holds in the end. */
const meanwhile: readonly (readonly [what: string, act: (path: string) => HeldLock | undefined])[] = [
  ['takes it', take],
  [
    'takes it and lets go',
    (path) => {
      take(path)?.release()
      return undefined
    },
  ],
  [
    'takes it, lets go, and takes it anew',
    (path) => {
      const first = take(path)
      first?.release()
      return first && take(path)
    },
  ],
]

test.for(meanwhile)('a dead lock is never held twice, at whatever step another process %s', ([, act]) => {
  const outcomes = new Set<string>()
  for (let step = 1; ; step++) {
    const path = abandonedLock()
    let calls = 0
    let theirs: HeldLock | undefined
    let acted = false
    let done = false
    onFileCall(() => {
      if (done || ++calls !== step) return
      acted = true
      theirs = act(path)
    })
    const mine = tryLock(path, 'mine')
    done = true
    if (!acted) break
    outcomes.add(theirs ? 'theirs' : 'mine')
    if (theirs) expect(mine).toMatchObject({ holder: { purpose: 'other' } })
    else if ('release' in mine) mine.release()
    else expect.fail('nobody holds it')
    theirs?.release()
    // Nothing of the chain is left: the next one starts anew.
    expect(readdirSync(join(path, '..'))).toEqual(['drafts'])
  }
  expect(outcomes).toContain('mine')
})
