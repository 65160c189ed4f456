import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { onFileCall } from '@partner-upgrades/tools/file-calls'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../test/folder.ts'
import { runFile } from '../../test/processes.ts'
import { createFileStore } from '../index.ts'
import { removeLeftovers } from './folder.ts'
import { createLockHolder } from './lock-holder.ts'

const modeOf = (path: string) => statSync(path).mode & 0o777

/** Creates a store in another folder, and symbolic links to it. */
async function linked() {
  const folder = realpathSync(temporaryFolder())
  const file = join(folder, 'volume', 'real.json')
  await createFileStore(file).compareAndSet('a', undefined, 'one')
  const link = join(folder, 'tokens.json')
  symlinkSync('second', link)
  symlinkSync('volume/real.json', join(folder, 'second'))
  return { folder, file, link }
}

test('a store behind a symbolic link is updated, and the link is kept', async () => {
  const { folder, file, link } = await linked()
  const store = createFileStore(link)
  expect(await store.get('a')).toMatchObject({ value: 'one' })
  expect(await store.compareAndSet('b', undefined, 'two')).toBe(true)
  expect(readlinkSync(link)).toBe('second')
  expect(lstatSync(file).isFile()).toBe(true)
  expect(await createFileStore(file).get('b')).toMatchObject({ value: 'two' })
  expect(readdirSync(folder).sort()).toEqual(['second', 'tokens.json', 'volume'])
  expect(readdirSync(dirname(file))).toEqual(['real.json'])
})

test('a store is locked at its real path, whatever links lead to it', async () => {
  const { file, link } = await linked()
  writeFileSync(`${link}.lock`, JSON.stringify({ ...createLockHolder(), id: 'of nobody who matters' }))
  const seen: unknown[] = []
  onFileCall((name, args) => void (name === 'linkSync' && seen.push(args[1])))
  expect(await createFileStore(link).compareAndSet('b', undefined, 'two')).toBe(true)
  expect(seen).toEqual([`${file}.lock`])
})

test.for(['600', '400', '700'])('a store of mode %s keeps it', async (digits) => {
  const mode = Number.parseInt(digits, 8)
  const { file, link } = await linked()
  chmodSync(file, mode)
  expect(await createFileStore(link).compareAndSet('b', undefined, 'two')).toBe(true)
  expect(modeOf(file)).toBe(mode)
})

test.runIf(process.getuid?.() === 0)("another user's store keeps its owner when root writes it", async () => {
  const { file, link } = await linked()
  chownSync(file, 65_534, 65_533)
  expect(await createFileStore(link).compareAndSet('b', undefined, 'two')).toBe(true)
  expect(statSync(file)).toMatchObject({ uid: 65_534, gid: 65_533 })
})

test.for<[what: string, make: (file: string) => void, flaw: string]>([
  [
    'a link to nowhere',
    (file) => symlinkSync('../volume/tokens.json', file),
    'is a symbolic link to ../volume/tokens.json, which does not exist: create that file, or remove the link',
  ],
  [
    'a link to itself',
    (file) => symlinkSync('store.json', file),
    'is a symbolic link that leads back to itself: remove it',
  ],
  ['a folder', (file) => void mkdirSync(file), 'cannot be read (EISDIR): it must be a file, but is a folder'],
  ['a pipe', (file) => void execFileSync('mkfifo', [file]), 'cannot be read: it must be a file, but is a pipe (FIFO)'],
  [
    'a link to a device',
    (file) => symlinkSync('/dev/zero', file),
    'cannot be read: it must be a file, but is a device',
  ],
])('a store that is %s is an error at once, and is left in place', async ([, make, flaw]) => {
  const file = join(realpathSync(temporaryFolder()), 'store.json')
  make(file)
  const before = lstatSync(file).ino
  const store = createFileStore(file)
  for (const working of [store.get('a'), store.compareAndSet('a', undefined, 'one')]) {
    await expect(working).rejects.toMatchObject({
      name: 'CredentialError',
      reason: 'store',
      message: expect.stringContaining(flaw),
    })
  }
  expect(lstatSync(file).ino).toBe(before)
  expect(readdirSync(dirname(file))).toEqual(['store.json'])
})

test('a store whose name is too long for a file is an error at once', async () => {
  const file = join(temporaryFolder(), 'x'.repeat(1_000))
  const message = `The store ${file} cannot be read (ENAMETOOLONG): it must be a regular file that belongs to this user, in a folder that does, too`
  await expect(createFileStore(file).get('a')).rejects.toMatchObject({ reason: 'store', message })
})

test('a store that is a socket is an error at once', async () => {
  const file = join(temporaryFolder(), 'store.json')
  const server = createServer().listen(file)
  onTestFinished(() => void server.close())
  const message = expect.stringMatching(/cannot be read( \(ENXIO\))?: it must be a (regular )?file/)
  await expect(createFileStore(file).get('a')).rejects.toMatchObject({ reason: 'store', message })
  await expect(createFileStore(file).compareAndSet('a', undefined, 'one')).rejects.toMatchObject({ message })
})

// Permissions do not restrict root, so another user runs the program.
const uid = process.getuid?.() === 0 ? 65_534 : undefined

test.for<[what: string, prepare: (folder: string) => void, message: RegExp]>([
  [
    "in another user's folder",
    () => {},
    /^The store .* cannot be written \(EACCES\): it must be a regular file that belongs to this user/,
  ],
  [
    "beside another user's lock",
    (folder) => {
      writeFileSync(join(folder, 'store.json.lock'), '', { mode: 0o200 })
      chmodSync(folder, 0o777)
    },
    /^The store .* cannot be written \(EACCES\): it must be a regular file that belongs to this user/,
  ],
])('a store %s is an error at once', async ([, prepare, message]) => {
  const folder = temporaryFolder()
  chmodSync(folder, uid === undefined ? 0o555 : 0o755)
  prepare(folder)
  const { stdout } = await runFile('store-once.ts', [join(folder, 'store.json')], {}, uid)
  expect(JSON.parse(stdout)).toEqual({ written: expect.objectContaining({ reason: 'store' }) })
  expect(JSON.parse(stdout).written.message).toMatch(message)
})

test('a write resolves once the file and its folder are synced', async () => {
  const folder = realpathSync(temporaryFolder())
  const file = join(folder, 'new', 'tokens', 'store.json')
  const steps: string[] = []
  const names = new Map<number, string>([[statSync(folder).ino, 'folder above']])
  const nameOf = (ino: number) => names.get(ino) ?? `of ${ino}`
  onFileCall((name, args) => {
    if (name === 'renameSync') {
      names.set(statSync(String(args[0])).ino, 'store')
      names.set(statSync(dirname(file)).ino, 'folder')
      names.set(statSync(dirname(dirname(file))).ino, 'folder between')
      steps.push('rename')
    }
    if (name === 'fsyncSync') steps.push(String(fstatSync(Number(args[0])).ino))
  })
  await createFileStore(file).compareAndSet('a', undefined, 'one')
  const told = steps.map((step) => (step === 'rename' ? step : nameOf(Number(step))))
  expect(told.slice(-3)).toEqual(['store', 'rename', 'folder'])
  expect(told.slice(0, -3).sort()).toEqual(['folder above', 'folder between'])
})

/** Returns the path of a store on a file system that cannot sync folders. */
function unsynchronised(code: string): string {
  onFileCall((name, args) => {
    if (name === 'fsyncSync' && fstatSync(Number(args[0])).isDirectory()) throw Object.assign(new Error(code), { code })
  })
  return join(temporaryFolder(), 'store.json')
}

// https://man7.org/linux/man-pages/man2/fsync.2.html: EINVAL means that the file system does not support it.
test.for(['EINVAL', 'ENOTSUP'])('a folder that does not support syncing (%s) does not fail the write', async (code) => {
  expect(await createFileStore(unsynchronised(code)).compareAndSet('a', undefined, 'one')).toBe(true)
})

test('a folder that cannot be synced fails the write', async () => {
  const file = unsynchronised('EIO')
  await expect(createFileStore(file).compareAndSet('a', undefined, 'one')).rejects.toMatchObject({
    reason: 'store',
    message: expect.stringContaining('cannot be written (EIO)'),
  })
})

test('a write removes the temporary files of killed processes, and nothing else', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'tokens.json')
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()]
  const leftovers = [
    `tokens.json.lock.${'0a'.repeat(16)}.${one}`,
    `tokens.json.${one}`,
    `tokens.json.lock.${two}`,
    `tokens.json.lock.${'0a'.repeat(16)}`,
  ]
  const others = [
    'tokens.json.bak',
    `other.json.${one}`,
    `tokenz.json.${one}`,
    `tokens.json.x.${one}`,
    `tokens.json.lock-${one}`,
    `tokens.jsonx.${one}`,
    'tokens.json.2026-11-28',
    `tokens.json.${one}.bak`,
    `tokens.json.lock.lock.${one}`,
    `tokens.json.${'0'.repeat(31)}`,
    `tokens.json.${'0'.repeat(37)}`,
  ]
  for (const name of [...leftovers, ...others]) writeFileSync(join(folder, name), 'a refresh token')
  await createFileStore(file).compareAndSet('a', undefined, 'one')
  expect(readdirSync(folder).sort()).toEqual([...others, 'tokens.json'].sort())
})

test('files that other processes need while the lock is held are kept', () => {
  const folder = temporaryFolder()
  const file = join(folder, 'tokens.json')
  const keep = `tokens.json.lock.${'0a'.repeat(16)}`
  for (const name of [keep, `${keep}.${crypto.randomUUID()}`]) writeFileSync(join(folder, name), '')
  const before = readdirSync(folder)
  writeFileSync(`${file}.${crypto.randomUUID()}`, '')
  removeLeftovers(file, join(folder, keep))
  expect(readdirSync(folder)).toEqual(before)
})

test('a write without changes removes temporary files, too', async () => {
  const file = join(temporaryFolder(), 'tokens.json')
  writeFileSync(`${file}.${crypto.randomUUID()}`, 'a refresh token')
  expect(await createFileStore(file).compareAndSet('a', 'another version', 'one')).toBe(false)
  expect(readdirSync(dirname(file))).toEqual([])
})

test('a writer that lost its lock writes nothing', async () => {
  const file = join(temporaryFolder(), 'tokens.json')
  await createFileStore(file).compareAndSet('a', undefined, 'one')
  let once = true
  onFileCall((name, args) => {
    if (name !== 'renameSync' || !once) return
    once = false
    // The lock has just been taken over, and the temporary file removed.
    renameSync(String(args[0]), join(dirname(file), 'gone'))
  })
  const stored = await createFileStore(file).get('a')
  await expect(createFileStore(file).compareAndSet('a', stored?.version, 'two')).rejects.toMatchObject({
    reason: 'store',
  })
  expect(readFileSync(file, 'utf8')).toContain('"one"')
})
