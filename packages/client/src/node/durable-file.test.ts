import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeFolder, readIfThere, removeLeftovers, replaceFile, syncFolder } from './durable-file.ts'
import { currentProcess } from './process-identity.ts'

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'durable-')))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const linux = process.platform === 'linux'

/** The path of a file or folder that this process has open. */
const nameOf = (fd: number | string): string => readlinkSync(`/proc/self/fd/${fd}`)

/** Records the paths that are flushed, until the end of the test. */
async function watchFlushes(): Promise<readonly string[]> {
  const flushed: string[] = []
  const some = await open('.')
  const prototype: FileHandle = Object.getPrototypeOf(some)
  await some.close()
  const { sync } = prototype
  const spy = vi.spyOn(prototype, 'sync').mockImplementation(function (this: FileHandle) {
    flushed.push(nameOf(this.fd))
    return sync.call(this)
  })
  onTestFinished(() => spy.mockRestore())
  return flushed
}

test('a file reads back as it was written, and a missing file is not an error', async () => {
  const folder = newFolder()
  const path = join(folder, 'record')
  expect(await readIfThere(path)).toBeUndefined()
  for (const text of ['{"name":"Ærøskøbing"}\n', 'shorter']) {
    await replaceFile(path, text, join(folder, 'drafts'))
    expect(await readIfThere(path)).toBe(text)
  }
})

test('a path that exists but cannot be read is an error', async () => {
  await expect(readIfThere(newFolder())).rejects.toMatchObject({ code: 'EISDIR' })
})

test('a file that cannot be replaced leaves no draft behind', async () => {
  const folder = newFolder()
  const [path, drafts] = [join(folder, 'record'), join(folder, 'drafts')]
  mkdirSync(path)
  await expect(replaceFile(path, 'text', drafts)).rejects.toThrow()
  expect(readdirSync(drafts)).toEqual([])
})

test.runIf(linux)('no file stays open after many writes', async () => {
  const folder = newFolder()
  for (let turn = 0; turn < 3; turn++) await replaceFile(join(folder, 'record'), 'text', join(folder, 'drafts'))
  const open = readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return nameOf(fd)
    } catch {
      // The descriptor of this listing, which is closed already.
      return []
    }
  })
  expect(open.filter((name) => name.startsWith(folder))).toEqual([])
})

test.runIf(linux)('the parent of each new folder is flushed, and existing folders are not', async () => {
  const top = newFolder()
  const flushed = await watchFlushes()
  await makeFolder(join(top, 'state', 'creates', 'locks'))
  expect([...flushed].sort()).toEqual([top, join(top, 'state'), join(top, 'state', 'creates')])
  await makeFolder(join(top, 'state', 'creates', 'locks'))
  expect(flushed).toHaveLength(3)
})

test('a folder that cannot be opened need not be flushed', async () => {
  await expect(syncFolder(join(newFolder(), 'none'))).resolves.toBeUndefined()
})

test('only the drafts of processes that no longer run are removed', async () => {
  const drafts = newFolder()
  const { pid, startedAt } = currentProcess()
  const nobody = `${2 ** 22 + 1}.${startedAt}`
  const kept = ['notes.txt', `mine.${pid}.${startedAt}.tmp`, `other.${nobody}.tmp.orig`]
  for (const name of [...kept, `left.${nobody}.tmp`]) writeFileSync(join(drafts, name), 'half')
  await removeLeftovers(drafts)
  expect(readdirSync(drafts).sort()).toEqual([...kept].sort())
})

test('removing drafts is no error if none were ever written', async () => {
  await expect(removeLeftovers(join(newFolder(), 'none'))).resolves.toBeUndefined()
})
