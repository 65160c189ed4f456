import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { currentProcess, isRunning } from '@partner-upgrades/client/node'

/** The name of a temporary file identifies its writer: machine, boot of the machine, process ID and start of the process. */
const form = /\.([\da-f]{8})-([\da-f]{8})-(\d+)-(\d+)-[\da-f]{8}\.tmp$/

/** How long another machine's temporary file is kept after the last write, in milliseconds: whether its process runs is unknown here. */
const foreignAge = 86_400_000

/** Returns a unique, hidden temporary path next to the path of a file. */
export function temporaryPath(path: string): string {
  const { pid, startedAt, host, boot = '' } = currentProcess()
  const writer = [short(host), short(boot), pid, startedAt, randomBytes(4).toString('hex')].join('-')
  // The whole name must not exceed the limit of file systems.
  return join(dirname(path), `.${basename(path).slice(0, 50)}.${writer}.tmp`)
}

/** Removes from a folder the temporary files of processes that no longer run, for example because they were killed. Ignores failures. */
export async function removeAbandonedFiles(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const path = join(folder, name)
    if (name.startsWith('.') && (await isAbandoned(path))) await rm(path, { force: true }).catch(() => {})
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const [, host, boot, pid, startedAt] = form.exec(path) ?? []
  if (host === undefined) return false
  const here = currentProcess()
  if (host !== short(here.host)) {
    const stats = await stat(path).catch(() => undefined)
    return stats !== undefined && Date.now() - stats.mtimeMs > foreignAge
  }
  const sameBoot = boot === short(here.boot ?? '')
  return !sameBoot || !isRunning({ ...here, pid: Number(pid), startedAt: Number(startedAt) })
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
