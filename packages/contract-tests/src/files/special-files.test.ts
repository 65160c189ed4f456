import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { run } from '../cli/run.ts'
import { readText } from './read-text.ts'
import { writeAtomically } from './write-atomically.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'special-'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
})
afterAll(() => rmSync(folder, { recursive: true }))

async function complaint(...args: readonly string[]): Promise<string> {
  const complaints: string[] = []
  const printError = (text: string) => void complaints.push(text)
  const env = { PARTNER_CENTER_TOKEN: 'the-token', PARTNER_CENTER_CUSTOMER_ID: '4c721420-72ad-4708-a0a7-371a2f7b0969' }
  expect(await run(args, { print: () => {}, printError, env })).toBe(2)
  return complaints.join('\n')
}

// Windows has neither pipes nor devices in folders.
describe.skipIf(process.platform === 'win32')('a path that is not a regular file is refused at once by', () => {
  const kinds = (): readonly (readonly [file: string, why: string])[] => [
    [join(folder, 'pipe'), 'it is a pipe, not a regular file'],
    ['/dev/zero', 'it is a device, not a regular file'],
    [folder, 'it is a folder'],
  ]

  test.for([
    ['verify --har', (file: string) => ['verify', '--har', file]],
    ['promote --har', (file: string) => ['promote', '--har', file, '--entry', '0']],
    ['compare', (file: string) => ['compare', file]],
    [
      'record --secrets',
      (file: string) => ['record', '--base-url', 'http://127.0.0.1:1', '--out', 'x', '--secrets', file],
    ],
  ] as const)('%s', async ([, args]) => {
    for (const [file, why] of kinds()) expect(await complaint(...args(file))).toBe(`${file} cannot be read: ${why}`)
  })

  test('a device is not replaced by a file', async () => {
    for (const [file, why] of kinds()) {
      await expect(writeAtomically(file, 'text')).rejects.toThrow(`${file} cannot be written: ${why}`)
    }
  })

  test('a socket', async () => {
    const path = join(folder, 'socket')
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(path, resolve))
    onTestFinished(() => void server.close())
    await expect(readText(path)).rejects.toThrow('it is a socket, not a regular file')
  })
})

test('a file that is too large is refused before it is read', async () => {
  const file = join(folder, 'large')
  writeFileSync(file, 'x'.repeat(2 ** 20 + 1))
  await expect(readText(file, 2 ** 20)).rejects.toThrow(`${file} cannot be read: it is larger than 1 MiB`)
  expect(await readText(file, 2 ** 20 + 1)).toHaveLength(2 ** 20 + 1)
})

test.skipIf(process.platform === 'win32')('input that a shell pipes into a command is read', () => {
  const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
  const document = fileURLToPath(import.meta.resolve('@partner-upgrades/spec/openapi.json'))
  const program = [process.execPath, '--conditions=@partner-upgrades/source', cli, 'compare', '/dev/stdin', document]
  const { status, stdout, stderr } = spawnSync('sh', ['-c', 'cat "$0" | "$@"', document, ...program], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toBe('No changes.\n')
})
