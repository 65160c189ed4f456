import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { currentProcess, isRunning } from '@partner-upgrades/client/node'

/** A temporary file's name says who writes it: machine, start of the machine, process ID and start of the process. */
const form = /\.([\da-f]{8})-([\da-f]{8})-(\d+)-(\d+)-[\da-f]{8}\.tmp$/

/** How long a temporary file of another machine is left alone after the last write to it, in milliseconds: nobody here can tell whether its process runs. */
const foreignAge = 86_400_000

/** A new name for what is to become a file: hidden, beside its place, and nobody else's. */
export function temporaryPath(path: string): string {
  const { pid, startedAt, host, boot = '' } = currentProcess()
  const writer = [short(host), short(boot), pid, startedAt, randomBytes(4).toString('hex')].join('-')
  // Both names together must not be longer than a file system allows.
  return join(dirname(path), `.${basename(path).slice(0, 50)}.${writer}.tmp`)
}

/** Removes from a folder the temporary files of processes that no longer run, those that were killed for instance. A failure to do so is no harm. */
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
