import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A file that is there when it is whole, and not before. */
export interface Sink {
  write(text: string): Promise<void>
  /** Puts it in its place. */
  commit(): Promise<void>
  /** Leaves no trace of it. */
  discard(): Promise<void>
}

const buffered = 1 << 16

/** Begins a file beside its place. Only its owner may read it: it names customers. */
export async function openSink(path: string): Promise<Sink> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}`)
  const file: FileHandle = await open(draft, 'wx', 0o600)
  let waiting: string[] = []
  let size = 0

  async function flush(): Promise<void> {
    const text = waiting.join('')
    waiting = []
    size = 0
    await file.appendFile(text)
  }

  return {
    async write(text) {
      waiting.push(text)
      size += text.length
      if (size > buffered) await flush()
    },
    async commit() {
      await flush()
      await file.sync()
      await file.close()
      await rename(draft, path)
    },
    async discard() {
      await file.close().catch(() => {})
      await rm(draft, { force: true })
    },
  }
}
