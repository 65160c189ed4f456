import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { onFileCall } from '@partner-upgrades/tools/file-calls'
import { expect, onTestFinished, test } from 'vitest'
import { createFastClock } from '../../test/clock.ts'
import { temporaryFolder } from '../../test/folder.ts'
import { runFile } from '../../test/processes.ts'
import { withLock } from './file-lock.ts'
import { findLock, removalLockOf, removeLock, takeLock } from './lock-file.ts'
import { createLockHolder } from './lock-holder.ts'

const newLock = () => join(temporaryFolder(), 'tokens.json.lock')

/** A process ID that Linux never assigns. */
const nobody = 4_194_305

function listenAt(path: string): void {
  const server = createServer().listen(path)
  onTestFinished(() => void server.close())
}

/** Creates a lock of a given age, in milliseconds, relative to `now`. */
function leaveLock(lock: string, content: object | string, age: number, now: number): void {
  writeFileSync(lock, typeof content === 'string' ? content : JSON.stringify(content))
  const since = new Date(now - age)
  utimesSync(lock, since, since)
}

/** Takes a lock with a clock that jumps; returns how long that took by this clock. */
async function waitedFor(lock: string, content: object | string, age: number): Promise<number> {
  const clock = createFastClock()
  const begin = Math.ceil(clock.now() / 1_000) * 1_000
  clock.advance(begin - clock.now())
  leaveLock(lock, content, age, begin)
  await withLock(lock, () => {}, clock)
  expect(readdirSync(join(lock, '..'))).toEqual([])
  return clock.now() - begin
}

test.for([
  ['written by another program', 'of another program'],
  ['without content', ''],
  ['with an invalid process ID', { ...createLockHolder(), pid: 0, start: '' }],
  ['of a process in another container', { ...createLockHolder(), scope: 'another container' }],
])('a lock %s counts as stale after ten seconds, and not before', async ([, content = '']) => {
  expect(await waitedFor(newLock(), content, 10_000)).toBe(0)
  const waited = await waitedFor(newLock(), content, 9_990)
  expect(waited).toBeGreaterThan(0)
  expect(waited).toBeLessThan(100)
})

test('a lock with a date in the future counts as stale after ten seconds', async () => {
  const waited = await waitedFor(newLock(), 'of another program', -86_400_000)
  expect(waited).toBeGreaterThanOrEqual(10_000)
  expect(waited).toBeLessThan(10_100)
})

test.runIf(process.platform !== 'win32')('a lock, which names the machine, is readable by its user only', () => {
  const lock = newLock()
  takeLock(lock)
  expect(statSync(lock).mode & 0o777).toBe(0o600)
})

test('the lock of a dead process is taken at once', async () => {
  expect(await waitedFor(newLock(), { ...createLockHolder(), pid: nobody }, 0)).toBe(0)
})

test.runIf(process.platform === 'linux')(
  'another process with the ID of a dead holder does not keep its lock alive',
  async () => {
    expect(await waitedFor(newLock(), { ...createLockHolder(), start: '1' }, 0)).toBe(0)
  },
)

test.runIf(process.platform === 'linux')(
  'a process that its parent has not waited for (a zombie) counts as dead',
  async () => {
    // The shell replaces itself with a program that does not wait for its children; until then, it would.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'])
    onTestFinished(() => void parent.kill())
    const pid = Number(await once(parent.stdout, 'data'))
    while (!readFileSync(`/proc/${parent.pid}/stat`, 'utf8').includes('(sleep) ')) await nextTurn()
    process.kill(pid, 'SIGKILL')
    while (!readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) await nextTurn()
    expect(await waitedFor(newLock(), { ...createLockHolder(), pid, start: '' }, 0)).toBe(0)
  },
)

test('the lock of a running process is never taken; after ten seconds an error names it and says what to do', async () => {
  const lock = newLock()
  const clock = createFastClock()
  leaveLock(lock, { ...createLockHolder(), id: 'of the living' }, 86_400_000, clock.now())
  const begin = clock.now()
  await expect(withLock(lock, () => {}, clock)).rejects.toMatchObject({
    name: 'CredentialError',
    reason: 'store',
    message: `The lock ${lock} has been held for more than 10 seconds by process ${process.pid} on ${hostname()}: end that process, or remove the lock if it is another program's`,
  })
  expect(clock.now() - begin).toBeGreaterThanOrEqual(10_000)
  expect(clock.now() - begin).toBeLessThan(10_100)
  expect(readFileSync(lock, 'utf8')).toContain('of the living')
})

test('a lock whose holders change is waited for, however long it takes', async () => {
  const lock = newLock()
  const clock = createFastClock()
  const begin = clock.now()
  let turn = 0
  const changing = {
    ...clock,
    async sleep(ms: number) {
      await clock.sleep(1_000 * ms)
      if (clock.now() - begin > 60_000) rmSync(lock, { force: true })
      else leaveLock(lock, { ...createLockHolder(), id: String(turn++) }, 0, clock.now())
    },
  }
  leaveLock(lock, { ...createLockHolder(), id: 'the first' }, 0, clock.now())
  expect(await withLock(lock, () => 'done', changing)).toBe('done')
})

test.for<[what: string, make: (lock: string) => void]>([
  ['a symbolic link', (lock) => symlinkSync(`${lock}-nowhere`, lock)],
  ['a symbolic link', (lock) => symlinkSync(lock, lock)],
  ['a folder', (lock) => mkdirSync(lock)],
  ['a pipe (FIFO)', (lock) => void execFileSync('mkfifo', [lock])],
  ['a socket', listenAt],
])('%s at the path of the lock is an error at once, and is left in place', async ([what, make]) => {
  const lock = newLock()
  make(lock)
  const clock = createFastClock()
  await expect(withLock(lock, () => expect.unreachable(), clock)).rejects.toMatchObject({
    name: 'CredentialError',
    reason: 'store',
    message: `The lock ${lock} must be a file, but is ${what}: remove it`,
  })
  expect(clock.slept).toEqual([])
  expect(readdirSync(join(lock, '..'))).toEqual(['tokens.json.lock'])
})

test('the lock is released even if the work fails', async () => {
  const lock = newLock()
  expect(await withLock(lock, () => existsSync(lock))).toBe(true)
  await expect(withLock(lock, () => expect.fail('the work'))).rejects.toThrow('the work')
  expect(existsSync(lock)).toBe(false)
})

test('a lock that another process has taken over is not released', async () => {
  const lock = newLock()
  const content = JSON.stringify(createLockHolder())
  await withLock(lock, () => writeFileSync(lock, content))
  expect(readFileSync(lock, 'utf8')).toBe(content)
})

test.for(['EPERM', 'ENOTSUP'])('locks work on a file system without hard links (%s)', async (code) => {
  const lock = newLock()
  onFileCall((name) => {
    if (name === 'linkSync') throw Object.assign(new Error(code), { code })
  })
  expect(await withLock(lock, () => findLock(lock)?.holder)).toMatchObject({ pid: process.pid })
  const held = takeLock(lock)
  expect(held).toBeDefined()
  expect(takeLock(lock)).toBeUndefined()
  expect(readdirSync(join(lock, '..'))).toEqual(['tokens.json.lock'])
})

test('a lock that disappears while it is read counts as absent; one that cannot be read is an error', () => {
  const lock = newLock()
  takeLock(lock)
  let fault: string | undefined = 'EACCES'
  onFileCall((name) => {
    if (name !== 'openSync') return
    if (fault) throw Object.assign(new Error(fault), { code: fault })
    rmSync(lock)
  })
  expect(() => findLock(lock)).toThrow('EACCES')
  fault = undefined
  expect(findLock(lock)).toBeUndefined()
})

test('a holder that cleans up does not disturb waiting processes', async () => {
  const lock = newLock()
  let tidied = false
  onFileCall((name, args) => {
    if (name !== 'linkSync' || tidied) return
    tidied = true
    rmSync(String(args[0]))
  })
  expect(await withLock(lock, () => 'done')).toBe('done')
  expect(tidied).toBe(true)
})

/** Acts as another process that competes for a stale lock: takes it if possible, without waiting. */
function tryToTake(lock: string): string | undefined {
  const found = findLock(lock)
  if (found && found.holder?.pid !== nobody) return undefined
  if (found) {
    const removal = removalLockOf(lock, found.id)
    const id = takeLock(removal)
    if (id === undefined) return undefined
    removeLock(lock, found.id)
    removeLock(removal, id)
  }
  return takeLock(lock)
}

test('two processes never take a stale lock at the same time, however they interleave', async () => {
  let taken = 0
  for (let step = 1; ; step++) {
    const lock = newLock()
    leaveLock(lock, { ...createLockHolder(), pid: nobody }, 0, Date.now())
    let calls = 0
    let theirs: string | undefined
    let held = false
    onFileCall(() => {
      if (++calls !== step || held) return
      theirs = tryToTake(lock)
      if (theirs) taken++
    })
    const clock = createFastClock()
    const later = {
      ...clock,
      async sleep(ms: number) {
        await clock.sleep(ms)
        if (theirs) removeLock(lock, theirs)
        theirs = undefined
      },
    }
    await withLock(
      lock,
      (id) => {
        held = true
        expect(theirs).toBeUndefined()
        expect(findLock(lock)?.id).toBe(id)
      },
      later,
    )
    if (calls < step) break
  }
  expect(taken).toBeGreaterThan(5)
})

test('eight processes that keep finding stale locks never hold one at the same time', async () => {
  const lock = newLock()
  const args = [lock, `${lock}-marker`, '15']
  const ended = await Promise.all(Array.from({ length: 8 }, () => runFile('take-over.ts', args)))
  expect(ended.map(({ stdout }) => JSON.parse(stdout))).toEqual(ended.map(() => ({ collisions: 0 })))
  expect(readdirSync(join(lock, '..')).filter((name) => name !== 'tokens.json.lock')).toEqual([])
}, 60_000)
