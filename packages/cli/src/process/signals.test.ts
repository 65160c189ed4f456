import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createsOf, customerId, type Stage, setStage } from '../../test/partner-center.ts'

const program = ['--conditions=@partner-upgrades/source', fileURLToPath(new URL('../main.ts', import.meta.url))]

/** Starts a command whose create gets no response, and waits until it is sent. */
async function startCreate(
  options: readonly string[] = [],
): Promise<{ readonly child: ChildProcess; readonly stage: Stage }> {
  const stage = await setStage()
  stage.mock.inject(faults.stalled(), { operation: 'createProductUpgrade', every: 1 })
  const child = spawn(process.execPath, [...options, ...program, 'create', customerId, '--yes', '--json'], {
    env: stage.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await vi.waitFor(() => expect(createsOf(stage.mock)).toBe(1), 30_000)
  return { child, stage }
}

test.for(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a create that gets no response, and the exit code is 130',
  async (signal) => {
    const { child } = await startCreate()
    child.kill(signal)
    const [stdout, ended] = await Promise.all([child.stdout ? text(child.stdout) : '', once(child, 'exit')])
    expect(ended).toEqual([130, null])
    expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ event: 'error', exitCode: 130 })
  },
)

test.for(['SIGINT', 'SIGTERM'] as const)(
  'a second %s ends the program at once, whatever it is still doing',
  async (signal) => {
    // A timer that keeps the process alive.
    const { child } = await startCreate(['--import', 'data:text/javascript,setInterval(() => {}, 1_000)'])
    const exit = once(child, 'exit')
    // The first signal has been received once the program reports it.
    const heard = new Promise<void>((resolve) => {
      let told = ''
      child.stdout?.on('data', (text) => {
        told += text
        if (told.includes('"event":"error"')) resolve()
      })
    })
    child.kill(signal)
    await heard
    child.kill(signal)
    expect(await exit).toEqual([null, signal])
  },
)

test('if nobody reads the output any more, the program ends without reporting lost output', async () => {
  const { env } = await setStage()
  const child = spawn(process.execPath, [...program, 'watch', '--help'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect(stderr).toBe('')
  expect(code).toBe(0)
})
