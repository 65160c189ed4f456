import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onFileCall } from '@partner-upgrades/tools/file-calls'
import { expect, onTestFinished, test, vi } from 'vitest'
import { baseUrl, customerId, requestId, upgradeId } from '../../test/service.ts'
import { createIdempotencyFiles } from './idempotency-files.ts'
import { currentProcess } from './process-identity.ts'
import { type LockHolder, tryLock } from './process-lock.ts'

const subject = { baseUrl, customerId, productFamily: 'Azure' }
const { signal } = new AbortController()

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'creates-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const recordOf = (folder: string): string =>
  join(folder, readdirSync(folder).find((name) => name.startsWith(customerId)) ?? 'none')

test('the next process finds the record of the last one, in a file that only its owner can read', async () => {
  const folder = makeFolder()
  const entry = await createIdempotencyFiles({ folder }).open(subject, signal)
  expect(entry.pending).toBeUndefined()
  await entry.save({ requestId, attempt: 'first' })
  await entry.close()
  const next = await createIdempotencyFiles({ folder }).open(
    { ...subject, customerId: customerId.toUpperCase(), productFamily: 'azure' },
    signal,
  )
  expect(next.pending).toEqual({ requestId, attempt: 'first' })
  expect(statSync(recordOf(folder)).mode & 0o777).toBe(0o600)
  await next.clear()
  await next.close()
  expect((await createIdempotencyFiles({ folder }).open(subject, signal)).pending).toBeUndefined()
})

test('each customer, family and service has its own entry', async () => {
  const files = createIdempotencyFiles({ folder: makeFolder() })
  const others = [
    subject,
    { ...subject, customerId: requestId },
    { ...subject, productFamily: 'Other' },
    { ...subject, baseUrl: 'https://other.example' },
  ]
  const entries = await Promise.all(others.map((each) => files.open(each, signal)))
  expect(entries).toHaveLength(4)
})

test('a created upgrade is remembered until the service can be relied on to show it', async () => {
  const folder = makeFolder()
  const entry = await createIdempotencyFiles({ folder }).open(subject, signal)
  await entry.save({ requestId, accepted: true, upgradeId })
  await entry.close()
  const remembered = await createIdempotencyFiles({ folder }).open(subject, signal)
  expect(remembered.pending).toEqual({ requestId, accepted: true, upgradeId })
  await remembered.close()
  const forgotten = await createIdempotencyFiles({ folder, keep: -1 }).open(subject, signal)
  expect(forgotten.pending).toBeUndefined()
})

test('a create with an unknown outcome is never forgotten', async () => {
  const folder = makeFolder()
  const entry = await createIdempotencyFiles({ folder }).open(subject, signal)
  await entry.save({ requestId, attempt: 'first', accepted: true })
  await entry.close()
  const later = await createIdempotencyFiles({ folder, keep: -1 }).open(subject, signal)
  expect(later.pending).toEqual({ requestId, attempt: 'first', accepted: true })
})

test('a waiting process is told who holds the entry, and claims it next', async () => {
  const folder = makeFolder()
  const held = await createIdempotencyFiles({ folder, purpose: 'nightly job' }).open(subject, signal)
  const told: LockHolder[] = []
  const waiting = createIdempotencyFiles({ folder, onWait: (holder) => told.push(holder) }).open(subject, signal)
  const busy = await createIdempotencyFiles({ folder }).tryOpen(subject)
  expect(busy).toMatchObject({ holder: { purpose: 'nightly job', process: currentProcess() } })
  await held.save({ requestId, accepted: true, upgradeId })
  await held.close()
  expect(await waiting).toMatchObject({ waited: true, pending: { upgradeId } })
  expect(told).toMatchObject([{ purpose: 'nightly job' }])
})

test('a holder without a purpose is shown as "a program"', async () => {
  const files = createIdempotencyFiles({ folder: makeFolder() })
  await files.open(subject, signal)
  expect(await files.tryOpen(subject)).toMatchObject({ holder: { purpose: 'a program' } })
})

test('onWait is called once, however long the wait takes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const folder = makeFolder()
  const held = await createIdempotencyFiles({ folder }).open(subject, signal)
  const onWait = vi.fn()
  let looks = 0
  onFileCall((name) => {
    if (name === 'readFileSync') looks++
  })
  const waiting = createIdempotencyFiles({ folder, onWait }).open(subject, signal)
  // Long enough for several pauses.
  while (looks < 20) {
    await vi.advanceTimersByTimeAsync(1_000)
    await new Promise(setImmediate)
  }
  await held.close()
  await vi.advanceTimersByTimeAsync(1_000)
  await waiting
  expect(onWait).toHaveBeenCalledOnce()
})

test('a record can be read while another process holds it', async () => {
  const folder = makeFolder()
  const held = await createIdempotencyFiles({ folder }).open(subject, signal)
  const { read } = createIdempotencyFiles({ folder })
  expect(await read(subject)).toBeUndefined()
  await held.save({ requestId, attempt: 'first' })
  expect(await read(subject)).toEqual({ requestId, attempt: 'first' })
})

test('clearing an entry without a record is not an error', async () => {
  const entry = await createIdempotencyFiles({ folder: makeFolder() }).open(subject, signal)
  await expect(entry.clear()).resolves.toBeUndefined()
})

// Other releases of this package on the same machine must find these records.
test('records are kept in the state folder, under stable file names', async () => {
  const state = makeFolder()
  vi.stubEnv('XDG_STATE_HOME', state)
  onTestFinished(() => void vi.unstubAllEnvs())
  const entry = await createIdempotencyFiles().open({ ...subject, customerId: customerId.toUpperCase() }, signal)
  await entry.save({ requestId })
  const folder = join(state, 'partner-upgrades', 'creates')
  const name = `${customerId}.6f7bbd7b5c2f`
  expect(readdirSync(folder).sort()).toEqual([`${name}.json`, 'drafts', 'locks'])
  expect(readdirSync(join(folder, 'locks')).sort()).toEqual([name, 'drafts'])
})

test('a wait can be aborted', async () => {
  const files = createIdempotencyFiles({ folder: makeFolder() })
  await files.open(subject, signal)
  await expect(files.open(subject, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
})

test.for(['drafts', 'locks/drafts'])(
  'drafts that killed processes left in %s are removed at the next start',
  async (drafts) => {
    const folder = makeFolder()
    const { startedAt } = currentProcess()
    await (await createIdempotencyFiles({ folder }).open(subject, signal)).save({ requestId })
    const dead = `x.${2 ** 22 + 1}.${startedAt}.tmp`
    const alive = `y.${process.pid}.${startedAt}.tmp`
    for (const name of [dead, alive]) writeFileSync(join(folder, drafts, name), 'half')
    await createIdempotencyFiles({ folder }).open({ ...subject, customerId: requestId }, signal)
    expect(readdirSync(join(folder, drafts))).toEqual([alive])
  },
)

const program = fileURLToPath(new URL('../../test/take-turns.ts', import.meta.url))

function startTaker(lock: string, log: string, turns = 'again and again'): ChildProcess {
  const words = ['--conditions=@partner-upgrades/source', program, lock, log, turns]
  const taker = spawn(process.execPath, words, { stdio: 'inherit' })
  onTestFinished(() => void taker.kill('SIGKILL'))
  return taker
}

/** Waits until a log has this many lines, or the test ends. */
async function untilLines(log: string, count: number, test: AbortSignal): Promise<void> {
  while (readFileSync(log, 'utf8').split('\n').length <= count) {
    test.throwIfAborted()
    await new Promise(setImmediate)
  }
}

// Starting processes takes long on a busy machine.
test('one process at a time holds a lock, even if holders are killed', { timeout: 120_000 }, async (context) => {
  const folder = makeFolder()
  const [lock, log] = [join(folder, 'lock'), join(folder, 'log')]
  writeFileSync(log, '')
  for (let round = 0; round < 3; round++) {
    const takers = [0, 1, 2, 3].map(() => startTaker(lock, log))
    // All are taking turns now; one is killed at an arbitrary point.
    await untilLines(log, 60 * (round + 1), context.signal)
    takers[0]?.kill('SIGKILL')
    for (const taker of takers.slice(1)) taker.kill('SIGTERM')
    await Promise.all(takers.map((taker) => taker.exitCode ?? taker.signalCode ?? once(taker, 'exit')))
  }
  const lines = readFileSync(log, 'utf8').trim().split('\n')
  let inside: string | undefined
  for (const line of lines) {
    const [event, pid = ''] = line.split(' ')
    // A process that was killed while it held the lock logs no "out".
    if (event === 'in') inside = pid
    else expect(`${event} ${inside}`).toBe(`out ${pid}`)
  }
  expect(tryLock(lock, 'last')).toHaveProperty('release')
})

test('a stopped process keeps its lock', { timeout: 120_000 }, async (context) => {
  const folder = makeFolder()
  const [lock, log] = [join(folder, 'lock'), join(folder, 'log')]
  writeFileSync(log, '')
  const taker = startTaker(lock, log, 'once')
  await untilLines(log, 1, context.signal)
  taker.kill('SIGSTOP')
  expect(tryLock(lock, 'second')).toMatchObject({ holder: { process: { pid: taker.pid } } })
})
