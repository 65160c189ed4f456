import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { BulkError, JournalError, StoreError } from '../errors.ts'
import { openReadOnly, openSharedFile } from './shared-file.ts'
import { toStoreError } from './store-error.ts'

const linux = process.platform === 'linux'
let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shared-'))
  path = join(folder, 'journal')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

/** Watches a method of all open files for one test. */
async function watch<Name extends 'datasync' | 'sync' | 'write'>(name: Name) {
  const handle = await open(folder)
  const prototype: FileHandle = Object.getPrototypeOf(handle)
  await handle.close()
  const spy = vi.spyOn(prototype, name)
  onTestFinished(() => spy.mockRestore())
  return spy
}

/** The number of open files in the folder of the test. */
function openFiles(): number {
  const links = readdirSync('/proc/self/fd').map((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`)
    } catch {
      return ''
    }
  })
  return links.filter((link) => link.startsWith(folder)).length
}

/** Opens the shared file until the end of the test. */
async function shared() {
  const file = await openSharedFile(path)
  onTestFinished(() => file.close())
  return file
}

test('a new file is readable by its owner only, and survives a power cut from then on', async () => {
  const sync = await watch('sync')
  await shared()
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(sync).toHaveBeenCalledTimes(1)
})

test('what is appended is read back, by several processes at once', async () => {
  const [one, other] = [await shared(), await shared()]
  await one.append(Buffer.from('one'))
  await other.append(Buffer.from('two'))
  const bytes = Buffer.alloc(10)
  expect([await one.read(bytes, 1), bytes.toString('latin1', 0, 5)]).toEqual([5, 'netwo'])
  expect(await one.read(bytes, 6)).toBe(0)
})

test('bytes are flushed on request', async () => {
  const [file, datasync] = [await shared(), await watch('datasync')]
  await file.append(Buffer.from('one'))
  expect(datasync).not.toHaveBeenCalled()
  await file.sync()
  expect(datasync).toHaveBeenCalledTimes(1)
})

test('a write of which only a part fits fails as on a full disk', async () => {
  const [file, write] = [await shared(), await watch('write')]
  write.mockImplementationOnce(async (buffer: string) => ({ bytesWritten: 3, buffer }))
  await expect(file.append(Buffer.from('sixsix'))).rejects.toMatchObject({
    code: 'ENOSPC',
    message: 'no space left: 3 of 6 bytes were written',
  })
})

test.runIf(linux)('a closed file is closed', async () => {
  const [file, reading] = [await openSharedFile(path), await openReadOnly(path)]
  expect(openFiles()).toBe(2)
  await file.close()
  expect(openFiles()).toBe(1)
  await reading.close()
  expect(openFiles()).toBe(0)
})

describe('whether a path still leads to the file:', () => {
  test.for([
    ['same', () => {}],
    ['removed', () => unlinkSync(path)],
    ['replaced', () => replace()],
    // Its folder is a file now.
    ['removed', () => [renameSync(folder, `${folder}-old`), writeFileSync(folder, '')]],
  ] as const)('%s (%#)', async ([state, change]) => {
    const file = await shared()
    onTestFinished(() => rmSync(`${folder}-old`, { recursive: true, force: true }))
    await file.append(Buffer.from('one'))
    change()
    expect(await file.check()).toEqual({ size: 3, path: state })
  })

  function replace(): void {
    writeFileSync(`${path}.new`, 'other')
    renameSync(`${path}.new`, path)
  }

  test('any other failure to look is an error', async () => {
    const file = await shared()
    unlinkSync(path)
    symlinkSync(path, path)
    await expect(file.check()).rejects.toMatchObject({ code: 'ELOOP' })
  })
})

test.runIf(linux).for<[what: string, openIt: (path: string) => Promise<unknown>]>([
  ['device', openSharedFile],
  ['device', openReadOnly],
  ['pipe', openSharedFile],
  // Nobody writes to it.
  ['pipe', openReadOnly],
  ['folder', openReadOnly],
])('a %s is rejected, and closed again (%#)', async ([what, openIt]) => {
  if (what === 'pipe') execFileSync('mkfifo', [path])
  const place = what === 'device' ? '/dev/null' : what === 'pipe' ? path : folder
  await expect(openIt(place)).rejects.toThrow('it is not a regular file')
  expect(openFiles()).toBe(0)
})

test('a file that is opened to read is not created', async () => {
  await expect(openReadOnly(path)).rejects.toMatchObject({ code: 'ENOENT' })
  mkdirSync(path)
  await expect(openSharedFile(path)).rejects.toMatchObject({ code: 'EISDIR' })
})

describe('a failure to use a journal', () => {
  const full = 'The disk is full: free some space'
  const other = 'Make sure that it is writable'

  test.for([
    ['ENOSPC', full],
    ['EFBIG', full],
    ['EDQUOT', full],
    ['EACCES', other],
    [undefined, other],
  ] as const)('with the code %s says what to do', ([code, advice]) => {
    const cause = Object.assign(new Error('why'), code && { code })
    const error = toStoreError('journal', cause)
    expect(error).toBeInstanceOf(StoreError)
    expect(error.cause).toBe(cause)
    expect(error.message).toBe(
      `journal could not be used (why). ${advice}, then run the same command again: it resumes where it stopped. Nothing was sent without being recorded.`,
    )
  })

  test.for(['text', { code: 'ENOSPC' }])('that is no error (%j) is a StoreError, too', (cause) => {
    expect(toStoreError('journal', cause).message).toContain(other)
  })

  test('that says itself what to do is thrown as it is', () => {
    for (const error of [new BulkError('a'), new JournalError('b'), new StoreError('c')])
      expect(toStoreError('journal', error)).toBe(error)
  })
})
