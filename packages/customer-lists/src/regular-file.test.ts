import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { readCustomers } from './customers.ts'

const folder = mkdtempSync(join(tmpdir(), 'list-'))
afterAll(() => rmSync(folder, { recursive: true }))
const text = 'customerId\n4c721420-72ad-4708-a0a7-371a2f7b0969\n'

function makePipe(path = join(folder, 'pipe')): string {
  execFileSync('mkfifo', [path])
  return path
}

async function makeSocket(): Promise<string> {
  const path = join(folder, 'socket')
  const server = createServer().listen(path)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return path
}

test.for([
  ['a pipe', makePipe, 'it is a pipe, but a list must be a regular file'],
  ['a device that never ends', () => '/dev/zero', 'it is a device, but a list must be a regular file'],
  ['an empty device', () => '/dev/null', 'it is a device, but a list must be a regular file'],
  ['a socket', makeSocket, 'it is a socket, but a list must be a regular file'],
  ['a folder', () => folder, 'EISDIR: it is a folder, but a list must be a regular file'],
  ['standard input', () => '-', 'standard input can be read only once, but a list is read again for the results'],
] as const)('%s is refused as a list at once', async ([, make, why]) => {
  const path = await make()
  await expect(readCustomers(path)).rejects.toThrow(
    `${path} cannot be read (${why}). Give a CSV, JSON Lines, JSON or .xlsx file. Nothing was sent.`,
  )
})

test.for(['/dev/zero', folder])('a symbolic link to %s is refused, too', async (target) => {
  const link = join(folder, `link-${target.length}`)
  symlinkSync(target, link)
  await expect(readCustomers(link)).rejects.toThrow('a list must be a regular file')
})

test('a symbolic link to a regular file is accepted', async () => {
  const list = join(folder, 'customers.csv')
  writeFileSync(list, text)
  const link = join(folder, 'link.csv')
  symlinkSync(list, link)
  expect((await readCustomers(link)).size).toBe(1)
})

test('a pipe that replaces the list during the run is detected', async () => {
  const replaced = join(folder, 'replaced.csv')
  writeFileSync(replaced, text)
  const customers = await readCustomers(replaced)
  renameSync(replaced, join(folder, 'elsewhere.csv'))
  makePipe(replaced)
  await expect(customers.rows()[Symbol.asyncIterator]().next()).rejects.toThrow(/it is a pipe.*Restore it as it was/)
})
