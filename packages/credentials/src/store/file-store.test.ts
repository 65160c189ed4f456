import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createFastClock } from '../../test/clock.ts'
import { temporaryFolder } from '../../test/folder.ts'
import { createFileStore, createMemoryStore, type TokenStore } from '../index.ts'
import { systemClock } from '../shared/clock.ts'
import { createLockHolder } from './lock-holder.ts'

const newFile = () => join(temporaryFolder(), 'tokens', 'store.json')
const modeOf = (path: string) => statSync(path).mode & 0o777

describe.for([
  ['memory', (): TokenStore => createMemoryStore()],
  ['file', (): TokenStore => createFileStore(newFile())],
] as const)('a store in %s', ([, create]) => {
  test('returns undefined for an unknown key', async () => {
    const store = create()
    expect(await store.get('a')).toBeUndefined()
    expect(await store.get('constructor')).toBeUndefined()
  })

  test("returns each key's own value", async () => {
    const store = create()
    expect(await store.compareAndSet('a', undefined, 'one')).toBe(true)
    expect(await store.compareAndSet('b', undefined, 'two')).toBe(true)
    expect(await store.get('a')).toMatchObject({ value: 'one' })
    expect(await store.get('b')).toMatchObject({ value: 'two' })
  })

  test('stores nothing if the version differs from the expected one', async () => {
    const store = create()
    expect(await store.compareAndSet('a', 'any', 'zero')).toBe(false)
    await store.compareAndSet('a', undefined, 'one')
    expect(await store.compareAndSet('a', undefined, 'two')).toBe(false)
    const old = (await store.get('a'))?.version
    expect(await store.compareAndSet('a', old, 'two')).toBe(true)
    expect(await store.compareAndSet('a', old, 'three')).toBe(false)
    expect(await store.get('a')).toMatchObject({ value: 'two' })
  })

  test('never reuses a version, not even for the same value', async () => {
    const store = create()
    const versions = new Set<string | undefined>()
    for (const value of ['a', 'b', 'a', 'b']) {
      await store.compareAndSet('key', (await store.get('key'))?.version, value)
      versions.add((await store.get('key'))?.version)
    }
    expect(versions.size).toBe(4)
  })

  test('lets exactly one of many writers win', async () => {
    const store = create()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => store.compareAndSet('a', undefined, String(index))),
    )
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect((await store.get('a'))?.value).toBe(String(outcomes.indexOf(true)))
  })
})

test('a store file and its new folder are accessible to their user only', async () => {
  const file = newFile()
  await createFileStore(file).compareAndSet('a', undefined, 'one')
  expect(modeOf(file)).toBe(0o600)
  expect(modeOf(join(file, '..'))).toBe(0o700)
  expect(readdirSync(join(file, '..'))).toEqual(['store.json'])
})

test('an existing folder keeps its mode', async () => {
  const folder = temporaryFolder()
  chmodSync(folder, 0o750)
  await createFileStore(join(folder, 'store.json')).compareAndSet('a', undefined, 'one')
  expect(modeOf(folder)).toBe(0o750)
})

test('a store file outlives the process', async () => {
  const file = newFile()
  await createFileStore(file).compareAndSet('a', undefined, 'one')
  expect(await createFileStore(file).get('a')).toMatchObject({ value: 'one' })
})

test.for(['644', '640', '602'])('a store file of mode %s is rejected with advice', async (mode) => {
  const file = newFile()
  const store = createFileStore(file)
  await store.compareAndSet('a', undefined, 'one')
  chmodSync(file, Number.parseInt(mode, 8))
  const refusal = {
    reason: 'store',
    message: `The store ${file} is accessible to others (mode ${mode}): run chmod 600`,
  }
  await expect(store.get('a')).rejects.toMatchObject(refusal)
  await expect(store.compareAndSet('b', undefined, 'two')).rejects.toMatchObject(refusal)
  expect(readFileSync(file, 'utf8')).not.toContain('two')
})

test.for([
  '',
  '{ "a": "top-secret',
  '[]',
  '"top-secret"',
  '{"a":"top-secret"}',
  '{"a":{"value":1,"version":"1"}}',
  '{"a":{"value":"top-secret"}}',
  '{"a":{"value":"top-secret","version":1}}',
  '{"a":null}',
  'null',
  '{"a":{"value":"top-secret","version":"1"},"b":17}',
])('a file that contains %j is rejected as a store, and not shown', async (text) => {
  const file = newFile()
  mkdirSync(join(file, '..'))
  writeFileSync(file, text, { mode: 0o600 })
  const store = createFileStore(file)
  const refusal = {
    reason: 'store',
    message: `The store ${file} is not a file of this package: name another one, or move it away and sign in again`,
  }
  await expect(store.get('a')).rejects.toMatchObject(refusal)
  await expect(store.compareAndSet('b', undefined, 'two')).rejects.toMatchObject(refusal)
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test("an unreadable store is reported with the system's reason", async () => {
  const folder = temporaryFolder()
  await expect(createFileStore(folder).get('a')).rejects.toMatchObject({
    reason: 'store',
    message: expect.stringContaining(`${folder} cannot be read (EISDIR)`),
  })
})

test("an unwritable store is reported with the system's reason", async () => {
  const file = newFile()
  writeFileSync(join(file, '..'), '')
  await expect(createFileStore(file).compareAndSet('a', undefined, 'one')).rejects.toMatchObject({
    reason: 'store',
    message: expect.stringMatching(/cannot be written \((EEXIST|ENOTDIR)\)/),
  })
})

test('the lock of a dead process is removed', async () => {
  const file = newFile()
  const store = createFileStore(file)
  await store.compareAndSet('a', undefined, 'one')
  writeFileSync(`${file}.lock`, 'of the dead')
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(`${file}.lock`, longAgo, longAgo)
  expect(await store.compareAndSet('b', undefined, 'two')).toBe(true)
  expect(readdirSync(join(file, '..'))).toEqual(['store.json'])
})

test('a write waits while a running process holds the lock, and completes once it is released', async () => {
  const file = newFile()
  const files = () => readdirSync(join(file, '..'))
  mkdirSync(join(file, '..'))
  writeFileSync(`${file}.lock`, JSON.stringify(createLockHolder()))
  const clock = createFastClock()
  const begin = clock.now()
  const looks: (readonly string[])[] = []
  vi.spyOn(systemClock, 'now').mockImplementation(clock.now)
  vi.spyOn(systemClock, 'sleep').mockImplementation(async (ms) => {
    await clock.sleep(ms)
    looks.push(files())
    if (clock.now() - begin > 9_900) rmSync(`${file}.lock`)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  expect(await createFileStore(file).compareAndSet('a', undefined, 'one')).toBe(true)
  // Polls are 5 to 25 milliseconds apart.
  expect(looks.length).toBeGreaterThan(9_900 / 25)
  expect(looks.length).toBeLessThan(9_900 / 5)
  expect(looks).toEqual(looks.map(() => ['store.json.lock']))
  expect(files()).toEqual(['store.json'])
})

test.for(['', undefined])('a store without a path (%j) is rejected', (path) => {
  // @ts-expect-error what a program without types may pass
  expect(() => createFileStore(path)).toThrow(
    expect.objectContaining({ reason: 'options', message: 'path must be the file to keep refresh tokens in' }),
  )
})
