import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { command, tryCommand } from './command.ts'

const options = { cwd: import.meta.dirname, env: process.env }
const node = process.execPath

test('the outcome of a command has its output and its exit code', async () => {
  const script = 'console.log("out"); console.error("err"); process.exitCode = 3'
  expect(await tryCommand(node, ['-e', script], options)).toEqual({
    ok: false,
    code: 3,
    stdout: 'out\n',
    stderr: 'err\n',
    output: 'out\nerr\n',
  })
  await expect(command(node, ['-e', script], options)).rejects.toThrow(/ failed in .*:\nout\nerr\n$/)
})

test('the outcome of a command that does not exist says so', async () => {
  const { ok, code, output } = await tryCommand('no-such-command', [], options)
  expect({ ok, code, output }).toEqual({ ok: false, code: undefined, output: 'spawn no-such-command ENOENT' })
})

test('a command that exceeds its time limit is stopped, and its outcome says so', async () => {
  const { ok, output } = await tryCommand('sleep', ['1000'], { ...options, limit: 1 })
  expect({ ok, output }).toEqual({ ok: false, output: 'Stopped: it had not ended after 0.001 s.' })
})

/** Runs a command that starts a program, and waits until that program connects, so that its end can be observed. */
async function startInner(script: string) {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const stop = new AbortController()
  const inner = `'${node}' -e "${script}; net.connect(${port}, '127.0.0.1')"`
  const outcome = tryCommand('bash', ['-c', `${inner} & wait`], { ...options, signal: stop.signal })
  const [socket] = await once(server, 'connection')
  return { stop, outcome, ended: once(socket.on('error', () => {}).resume(), 'close') }
}

test('stopping a command stops everything that it has started', async () => {
  const { stop, outcome, ended } = await startInner('')
  stop.abort(new Error('enough'))
  expect((await outcome).ok).toBe(false)
  await ended
  await expect(command('true', [], { ...options, signal: stop.signal })).rejects.toThrow('enough')
})

test('a command that ignores its stop is killed five seconds later', async () => {
  const { stop, outcome, ended } = await startInner("process.on('SIGTERM', () => {})")
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  stop.abort(new Error('enough'))
  vi.advanceTimersByTime(5_000)
  expect((await outcome).ok).toBe(false)
  await ended
})
