import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { onFileCall } from '@partner-upgrades/tools/file-calls'
import { expect, onTestFinished, test, vi } from 'vitest'
import { currentProcess, isRunning, machineTime } from './process-identity.ts'

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
  [-2_000, true],
  [2_000, true],
  [-2_010, false],
  [2_010, false],
  [-2_100, false],
  [2_100, false],
] as const)('a process that started %d ms later than recorded is the same one: %s', ([later, same]) => {
  const here = currentProcess()
  expect(isRunning({ ...here, startedAt: here.startedAt - later })).toBe(same)
})

test.for([
  ['EPERM', true],
  ['ESRCH', false],
] as const)('a process whose signal fails with %s is running: %s', ([code, running]) => {
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('kill'), { code })
  })
  onTestFinished(() => kill.mockRestore())
  expect(isRunning(currentProcess())).toBe(running)
})

test.runIf(process.platform === 'linux')('a process that has ended is not running, even while it is a zombie', () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  const pid = child.pid ?? 0
  const state = (): string => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')
  const startedAt = 10 * Number(state().split(' ')[19])
  // Node collects the exit status only after this function has returned.
  while (!state().startsWith('Z'));
  expect(isRunning({ ...currentProcess(), pid, startedAt })).toBe(false)
})

/** Hides /proc until the end of the test, as if on macOS or Windows. */
function hideProc(): void {
  onFileCall((name, [path]) => {
    if (name === 'readFileSync' && String(path).startsWith('/proc/')) throw new Error('There is no /proc here')
  })
}

test('without /proc, the process itself determines when it started', () => {
  const { startedAt } = currentProcess()
  hideProc()
  const here = currentProcess()
  expect(here).not.toHaveProperty('boot')
  // Node counts from when it is loaded, slightly later; the system counts in hundredths of a second.
  expect(here.startedAt).toBeGreaterThanOrEqual(startedAt - 20)
  expect(here.startedAt).toBeLessThanOrEqual(1_000 * uptime())
  expect(isRunning(here)).toBe(true)
})

test("without boot IDs, a process older than the machine's uptime is from an earlier boot", () => {
  hideProc()
  const here = currentProcess()
  const age = 1_000 * uptime()
  expect(isRunning({ ...here, startedAt: age })).toBe(true)
  expect(isRunning({ ...here, startedAt: age + 600_000 })).toBe(false)
})

test('the machine time counts milliseconds since boot', () => {
  const before = Math.floor(1_000 * uptime())
  const time = machineTime()
  expect(time).toBeGreaterThanOrEqual(before)
  expect(time).toBeLessThanOrEqual(Math.ceil(1_000 * uptime()))
})
