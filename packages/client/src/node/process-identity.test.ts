import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { currentProcess, isRunning } from './process-identity.ts'

const idle = 'process.stdin.resume(); console.log("ready")'

async function startChild() {
  const child = spawn(process.execPath, ['-e', idle], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return { child, identity: { ...currentProcess(), pid: child.pid ?? 0 } }
}

test('the current process is running', () => {
  expect(isRunning(currentProcess())).toBe(true)
  expect(isRunning(JSON.parse(JSON.stringify(currentProcess())))).toBe(true)
})

test('a killed process is not running', async () => {
  const { child, identity } = await startChild()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isRunning(identity)).toBe(false)
})

test('a process with a reused ID, or from before a reboot, is not the same process', () => {
  const here = currentProcess()
  expect(isRunning({ ...here, startedAt: here.startedAt - 10_000 })).toBe(process.platform !== 'linux')
  expect(isRunning({ ...here, boot: 'another boot' })).toBe(false)
})

test('a process of another machine counts as running', () => {
  expect(isRunning({ host: 'another-machine', pid: 1, startedAt: 0 })).toBe(true)
})

test.runIf(process.platform === 'linux').for([
  [-1_900, true],
  [1_900, true],
  [-2_100, false],
  [2_100, false],
] as const)('a process that started %d ms later than was noted is the same one: %s', ([later, same]) => {
  const here = currentProcess()
  expect(isRunning({ ...here, startedAt: here.startedAt - later })).toBe(same)
})
