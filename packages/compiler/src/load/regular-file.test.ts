import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { compile } from '../compile.ts'

const description = 'openapi: 3.1.1\ninfo: { title: T, version: 1.0.0 }\npaths: {}\n'

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'compiler-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

// Windows has neither pipes nor devices in folders.
test.skipIf(process.platform === 'win32').for([
  ['a folder', (file: string) => mkdirSync(file)],
  ['a pipe', (file: string) => execFileSync('mkfifo', [file])],
  ['a device', (file: string) => execFileSync('ln', ['-s', '/dev/zero', file])],
] as const)('%s instead of a file is reported, and never blocks', async ([kind, make]) => {
  const folder = makeFolder()
  const file = join(folder, 'openapi.yaml')
  make(file)
  const message = (path: string) => `${path}:1:1 is ${kind}; give the path of a regular file`
  await expect(compile(file)).rejects.toThrow(message(file))
  rmSync(file, { recursive: true })
  writeFileSync(file, description)
  mkdirSync(join(folder, 'exchanges'))
  const exchange = join(folder, 'exchanges', 'one.yaml')
  make(exchange)
  await expect(compile(file)).rejects.toThrow(message(exchange))
})
