import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onFileCall } from '@partner-upgrades/tools/file-calls'
import { expect, onTestFinished, test } from 'vitest'
import { currentProcess } from './process-identity.ts'
import { type HeldLock, tryLock } from './process-lock.ts'

/** A process ID beyond the maximum of Linux. */
const nobody = 4_194_305

/** Creates a lock in a new folder, left behind by a dead process. */
function abandonedLock(): string {
  const path = newLock()
  abandon(path, 'of-the-dead')
  return path
}

/** The path of a lock in a new folder, which nobody holds yet. */
function newLock(): string {
  const folder = mkdtempSync(join(tmpdir(), 'locks-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'lock')
}

/** Writes a lock file as a dead process left it behind. */
function abandon(path: string, id: string): void {
  const dead = { id, purpose: 'died', since: '2026-01-01T00:00:00.000Z' }
  writeFileSync(path, JSON.stringify({ ...dead, process: { ...currentProcess(), pid: nobody } }))
}

/** Takes a lock as another process would, unless it is held already. */
function take(path: string): HeldLock | undefined {
  const lock = tryLock(path, 'other')
  return 'release' in lock ? lock : undefined
}

/** What another process does with the lock in the meantime; returns the lock if it holds it at the end. */
const meanwhile: readonly (readonly [what: string, act: (path: string) => HeldLock | undefined])[] = [
  ['takes the lock', take],
  [
    'takes and releases it',
    (path) => {
      take(path)?.release()
      return undefined
    },
  ],
  [
    'takes it, releases it, and takes it again',
    (path) => {
      const first = take(path)
      first?.release()
      return first && take(path)
    },
  ],
]

test.for(meanwhile)('a stale lock is never held twice, at whatever step another process %s', ([, act]) => {
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
    // No file of the chain is left: the next holder starts a new one.
    expect(readdirSync(join(path, '..'))).toEqual(['drafts'])
  }
  expect(outcomes).toContain('mine')
})

/** Creates the files of a lock whose holders died one after the other. */
function chainOfDead(): readonly string[] {
  const path = newLock()
  abandon(path, 'first')
  abandon(`${path}.first`, 'second')
  abandon(`${path}.second`, 'third')
  return [path, `${path}.first`, `${path}.second`, `${path}.third`]
}

test('a lock whose holders died one after the other can be taken, held and released', () => {
  const files = chainOfDead()
  const [path = ''] = files
  const mine = take(path)
  expect(tryLock(path, 'late')).toMatchObject({ holder: { purpose: 'other' } })
  expect(files.every((file) => existsSync(file))).toBe(true)
  mine?.release()
  expect(readdirSync(join(path, '..'))).toEqual(['drafts'])
})

test('releasing a lock removes all of its files, even if one was removed by hand', () => {
  const [path = ''] = chainOfDead()
  const mine = take(path)
  rmSync(path)
  mine?.release()
  expect(readdirSync(join(path, '..'))).toEqual(['drafts'])
})

test('a lock can be read only by its owner', () => {
  const path = newLock()
  take(path)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test.for(['EPERM', 'EMLINK', 'ENOSPC'])(
  'if a lock cannot be linked (%s), it is not held, and no draft is left',
  (code) => {
    const path = newLock()
    onFileCall((name) => {
      if (name === 'linkSync') throw Object.assign(new Error('No link'), { code })
    })
    expect(() => tryLock(path, 'mine')).toThrow('No link')
    expect(readdirSync(join(path, '..', 'drafts'))).toEqual([])
  },
)

test('a lock that cannot be read is not taken', () => {
  const path = newLock()
  mkdirSync(path)
  expect(() => tryLock(path, 'mine')).toThrow(/EISDIR/)
})

const holder = { id: 'mine', process: currentProcess(), purpose: 'other', since: '2026-01-01T00:00:00.000Z' }

test.for<[what: string, text: string]>([
  ['nothing', ''],
  ['half of it', JSON.stringify(holder).slice(0, 40)],
  ['something else', '{}'],
  ['no process', JSON.stringify({ ...holder, process: undefined })],
  ['no ID', JSON.stringify({ ...holder, id: undefined })],
  ...['host', 'pid', 'startedAt'].map((field): [string, string] => [
    `a process without ${field}`,
    JSON.stringify({ ...holder, process: { ...holder.process, [field]: null } }),
  ]),
])('a lock file that holds %s is reported, not taken, and kept', ([, text]) => {
  const path = newLock()
  writeFileSync(path, text)
  expect(() => tryLock(path, 'mine')).toThrow(`${path} is not a lock file of this program: remove it if no`)
  expect(readFileSync(path, 'utf8')).toBe(text)
})
