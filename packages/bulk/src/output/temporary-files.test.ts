import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { removeAbandonedFiles, temporaryPath } from './temporary-files.ts'

function setFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'temporary files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const sink = new URL('./atomic-file-writer.ts', import.meta.url)
const program = `import { openAtomicFile } from ${JSON.stringify(sink)}
await openAtomicFile(process.argv[1])
console.log('open')
process.stdin.resume()`

/** Starts another process that writes a file without finishing it. */
async function startWriter(path: string) {
  const options = ['--conditions=@partner-upgrades/source', '--input-type=module', '-e', program, path]
  const child = spawn(process.execPath, options, { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

/** Makes a temporary file of this process, with one part of its name changed: host, boot of the host, process ID or process start. */
function makeTemporaryFile(folder: string, part?: number, value = ''): string {
  const path = temporaryPath(join(folder, 'customers.results.csv'))
  const [, writer = ''] = /\.([\da-f-]+)\.tmp$/.exec(path) ?? []
  const changed = writer.split('-').map((old, index) => (index === part ? value : old))
  const temporaryFile = path.replace(writer, changed.join('-'))
  writeFileSync(temporaryFile, 'half')
  return temporaryFile
}

test('the temporary file of a running process is kept, and removed once that process is killed', async () => {
  const folder = setFolder()
  const child = await startWriter(join(folder, 'customers.results.csv'))
  await removeAbandonedFiles(folder)
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.customers\.results\.csv\..*\.tmp$/)])
  child.kill('SIGKILL')
  await once(child, 'exit')
  await removeAbandonedFiles(folder)
  expect(readdirSync(folder)).toEqual([])
})

test.runIf(process.platform === 'linux')(
  'a process ID that was reused by another process does not protect a temporary file',
  async () => {
    const folder = setFolder()
    makeTemporaryFile(folder, 3, '1')
    await removeAbandonedFiles(folder)
    expect(readdirSync(folder)).toEqual([])
  },
)

test('a temporary file from before the last reboot is removed', async () => {
  const folder = setFolder()
  makeTemporaryFile(folder, 1, '00000000')
  await removeAbandonedFiles(folder)
  expect(readdirSync(folder)).toEqual([])
})

test('a temporary file of another machine is removed once it has not been written to for a day', async () => {
  const folder = setFolder()
  const [recent, old] = [makeTemporaryFile(folder, 0, '00000000'), makeTemporaryFile(folder, 0, '00000000')]
  const hour = 3_600
  for (const [file, age] of [
    [recent, 23 * hour],
    [old, 25 * hour],
  ] as const) {
    const written = Date.now() / 1_000 - age
    utimesSync(file, written, written)
  }
  await removeAbandonedFiles(folder)
  expect(readdirSync(folder)).toEqual([basename(recent)])
})

test('no other file is touched, whatever its name, and a missing folder is accepted', async () => {
  const folder = setFolder()
  const temporaryFile = makeTemporaryFile(folder, 1, '00000000')
  const names = [
    '.customers.results.csv.1a2b3c4d',
    '.tmp',
    '.customers.tmp',
    'customers.csv',
    basename(temporaryFile).slice(1),
  ]
  for (const name of names) writeFileSync(join(folder, name), '')
  renameSync(temporaryFile, join(folder, '.moved'))
  await removeAbandonedFiles(folder)
  expect(readdirSync(folder).sort()).toEqual([...names, '.moved'].sort())
  await removeAbandonedFiles(join(folder, 'nowhere'))
})

test('a long file name leaves room for the suffix of a temporary file', () => {
  for (const name of ['x'.repeat(255), '漢'.repeat(85)]) {
    expect(Buffer.byteLength(basename(temporaryPath(join('/', name))))).toBeLessThanOrEqual(255)
  }
})
