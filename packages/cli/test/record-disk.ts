// Preloaded into a program: records its disk operations and its requests in order, as lines of JSON.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname, resolve } from 'node:path'

/** A step of a program: a path that it created, wrote, flushed or renamed, or the path of a request that it sent. */
export interface DiskEvent {
  readonly is: 'made' | 'wrote' | 'flushed' | 'renamed' | 'sent'
  readonly path: string
  /** The new name. */
  readonly to?: string
}

const { existsSync, readlinkSync, writeSync } = fs
const log = fs.openSync(process.env.DISK_LOG ?? '', 'a')
const { fetch } = globalThis

function note(is: DiskEvent['is'], path: unknown, to?: unknown): void {
  writeSync(log, `${JSON.stringify({ is, path: String(path), ...(to !== undefined && { to: String(to) }) })}\n`)
}

// The current name of an open file, even after a rename.
const pathOf = (fd: number): string => readlinkSync(`/proc/self/fd/${fd}`)

/** Records a path that does not exist yet, and its missing parent folders. */
function noteNew(path: unknown): void {
  const place = resolve(String(path))
  if (existsSync(place)) return
  noteNew(dirname(place))
  note('made', place)
}

function makes(flags: unknown): boolean {
  return typeof flags === 'number' ? (flags & fs.constants.O_CREAT) !== 0 : /^[wa]/.test(String(flags))
}

type Method = (...args: unknown[]) => unknown

function wrap(target: object, name: string, before: (self: unknown, args: readonly unknown[]) => void): void {
  const real: Method = Reflect.get(target, name)
  Reflect.set(target, name, function (this: unknown, ...args: unknown[]) {
    before(this, args)
    return real.apply(this, args)
  })
}

const handle = await fs.promises.open(process.execPath)
const methods = Object.getPrototypeOf(handle)
await handle.close()
for (const name of ['write', 'writeFile', 'appendFile'])
  wrap(methods, name, (self) => note('wrote', pathOf(Object(self).fd)))
for (const name of ['sync', 'datasync']) wrap(methods, name, (self) => note('flushed', pathOf(Object(self).fd)))
for (const name of ['fsyncSync', 'fdatasyncSync']) wrap(fs, name, (_, [fd]) => note('flushed', pathOf(Number(fd))))
for (const name of ['writeFileSync', 'appendFileSync'])
  wrap(fs, name, (_, [file]) => note('wrote', typeof file === 'number' ? pathOf(file) : file))
for (const [target, name] of [
  [fs, 'openSync'],
  [fs.promises, 'open'],
] as const)
  wrap(target, name, (_, [path, flags]) => makes(flags) && noteNew(path))
wrap(fs, 'mkdirSync', (_, [path]) => noteNew(path))
wrap(fs.promises, 'mkdir', (_, [path]) => noteNew(path))
wrap(fs, 'renameSync', (_, [from, to]) => note('renamed', from, to))
wrap(fs.promises, 'rename', (_, [from, to]) => note('renamed', from, to))
syncBuiltinESMExports()

globalThis.fetch = (input, init) => {
  note('sent', new URL(input instanceof Request ? input.url : input).pathname)
  return fetch(input, init)
}
