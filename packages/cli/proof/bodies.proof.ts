// Every command against a server whose responses grow to half a gigabyte, most of them from next to nothing.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { firstEvent } from './first-event.ts'
import { startProgram } from './program.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const id = '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10'

async function startBombs(kind: string, path: string, status: number) {
  const folder = fileURLToPath(new URL('../test/', import.meta.resolve('@partner-upgrades/credentials')))
  const words = [join(folder, 'bomb-process.ts'), kind, path, String(status)]
  const server = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void server.stdin.end())
  return firstEvent(server)
}

const commands: readonly (readonly [args: readonly string[], path: string, status: number])[] = [
  [['check'], '/v1/', 200],
  [['check'], '/v1/', 400],
  [['check'], '/v1/', 307],
  [['eligibility', customerId], '/v1/', 200],
  [['eligibility', customerId], '/v1/', 400],
  [['eligibility', customerId], '/v1/', 307],
  [['status', customerId, id], '/v1/', 200],
  [['create', customerId, '--yes'], '/v1/', 400],
  [['watch', customerId, id], '/v1/', 400],
  [['login', '--device-code'], '/.well-known/', 200],
  [['login', '--device-code'], '/devicecode', 200],
  [['login', '--device-code'], '/token', 200],
  [['login', '--device-code'], '/token', 400],
]

test.for(['gzip', 'brotli', 'plain'].flatMap((kind) => commands.map((command) => [kind, ...command] as const)))(
  'a %s bomb: %j, with a response at %s of status %d, takes at most 200 MB',
  async ([kind, args, path, status]) => {
    const { url = '', certificate = '' } = await startBombs(kind, path, status)
    const home = mkdtempSync(join(tmpdir(), 'cli-proof-'))
    onTestFinished(() => rmSync(home, { recursive: true }))
    const stateFile = join(home, 'memory')
    const partner = { PARTNER_CENTER_AUTHORITY: url, PARTNER_CENTER_TENANT_ID: id, PARTNER_CENTER_CLIENT_ID: id }
    const { code } = await startProgram(args, {
      ...(args[0] === 'login' ? partner : { PARTNER_CENTER_TOKEN: 'a-token' }),
      PARTNER_CENTER_BASE_URL: url,
      NODE_EXTRA_CA_CERTS: certificate,
      NODE_OPTIONS: `--import ${new URL('../test/measure-memory.ts', import.meta.url)}`,
      MEMORY_FILE: stateFile,
      XDG_STATE_HOME: home,
    }).ending
    expect(code).not.toBe(0)
    const megabytes = Number(readFileSync(stateFile, 'utf8'))
    expect(megabytes).toBeLessThanOrEqual(200)
    console.log(`${kind} ${args[0]} ${path} ${status}: code ${code}, ${megabytes} MB`)
  },
)
