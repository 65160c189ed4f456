import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { hasCode } from './error-code.ts'
import { currentProcess, isRunning } from './process-identity.ts'

/** Reads a file; returns `undefined` if there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * Replaces a file atomically; once this resolves, the new content survives a power failure. Only the file's owner may read it.
 *
 * @param drafts the folder for the temporary file, on the same disk
 */
export async function replaceFile(path: string, text: string, drafts: string): Promise<void> {
  await makeFolder(drafts)
  const { pid, startedAt } = currentProcess()
  const draft = join(drafts, `${crypto.randomUUID()}.${pid}.${startedAt}.tmp`)
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    await syncFolder(dirname(path))
  } finally {
    await rm(draft, { force: true })
  }
}

/** Removes the drafts of processes that no longer run. */
export async function removeLeftovers(drafts: string): Promise<void> {
  const { host, boot } = currentProcess()
  for (const name of await readdir(drafts).catch(() => [])) {
    const [, pid, startedAt] = /\.(\d+)\.(\d+)\.tmp$/.exec(name) ?? []
    const identity = { host, pid: Number(pid), startedAt: Number(startedAt), ...(boot && { boot }) }
    if (pid && !isRunning(identity)) await rm(join(drafts, name), { force: true })
  }
}

/** Creates a folder and its parents, for this user only, unless it exists. Once this resolves, it survives a power failure. */
export async function makeFolder(path: string): Promise<void> {
  const folder = resolve(path)
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/** Flushes a folder, so that what was created, renamed or removed in it survives a power failure; `fsync` of a file does not ensure that. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open folders, and needs no flush.
  const folder = await open(path).catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
