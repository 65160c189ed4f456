import { hostname } from 'node:os'
import { onFileCall } from '@partner-upgrades/tools/file-calls'
import { afterEach, expect, test, vi } from 'vitest'
import { createLockHolder, isRunning, parseLockHolder, startIn } from './lock-holder.ts'

afterEach(() => void vi.restoreAllMocks())

/** A process ID that Linux never assigns. */
const nobody = 4_194_305
const holder = { id: 'a', pid: 17, host: 'b', scope: 'c', start: '' }

/** Makes `process.kill` fail with an error code. */
function answerKill(code: string): void {
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error(code), { code })
  })
}

test('the holder in a lock file is parsed', () => {
  expect(parseLockHolder(JSON.stringify(holder))).toEqual(holder)
})

test.for<[text: string]>([
  ['null'],
  ['17'],
  ['"a"'],
  ['{'],
  ...Object.keys(holder).map((name): [string] => [JSON.stringify({ ...holder, [name]: {} })]),
  ...[0, -1, 1.5, '17'].map((pid): [string] => [JSON.stringify({ ...holder, pid })]),
])('%s is not a lock of this package', ([text]) => {
  expect(parseLockHolder(text)).toBeUndefined()
})

// https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: the state is the third field, the start time the 22nd.
const fields = Array.from({ length: 19 }, (_, index) => String(index + 4)).join(' ')

test.for([
  ['(node) S', '22'],
  ['(a ) Z (b) R', '22'],
  ['(node) Z', 'ended'],
  ['(node) X', 'ended'],
] as const)('a process whose stat is "%s" started at %s', ([told, start]) => {
  expect(startIn(`17 ${told} ${fields} 23\n`)).toBe(start)
})

// https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html, https://man7.org/linux/man-pages/man7/namespaces.7.html
test.runIf(process.platform === 'linux')('on Linux, a lock names boot ID, PID namespace and start time', () => {
  expect(createLockHolder()).toMatchObject({
    pid: process.pid,
    host: hostname(),
    scope: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12} pid:\[\d+\]$/),
    start: expect.stringMatching(/^\d+$/),
  })
})

test('without /proc, a lock names the machine', () => {
  onFileCall((name, [path]) => {
    if (name === 'readFileSync' && String(path).startsWith('/proc/')) throw new Error('there is none')
  })
  const own = createLockHolder()
  expect(own).toMatchObject({ scope: hostname(), start: '' })
  expect(isRunning(own)).toBe(true)
})

test('this process is running, whether or not its start time is known', () => {
  const own = createLockHolder()
  expect(isRunning(own)).toBe(true)
  expect(isRunning({ ...own, start: '' })).toBe(true)
  expect(isRunning({ ...own, scope: 'another' })).toBeUndefined()
})

// https://man7.org/linux/man-pages/man2/kill.2.html: ESRCH means that there is no such process, EPERM that it is another user's.
test.for([
  ['ESRCH', false],
  ['EPERM', true],
] as const)('whether a process is running if kill fails with %s: %s', ([code, expected]) => {
  const own = createLockHolder()
  answerKill(code)
  expect(isRunning(own)).toBe(expected)
})

test('an existing process counts as running if its start time is unknown', () => {
  vi.spyOn(process, 'kill').mockReturnValue(true)
  expect(isRunning({ ...createLockHolder(), pid: nobody, start: '17' })).toBe(true)
})
