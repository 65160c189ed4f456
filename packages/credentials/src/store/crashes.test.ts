import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../../test/folder.ts'
import { runFile } from '../../test/processes.ts'
import { createFileStore } from '../index.ts'
import { systemClock } from '../shared/clock.ts'

/** One more than the number of file system calls in a write. */
const steps = 19

test('the next write removes everything left by a process killed during a write, and does not wait for it', async () => {
  const sleep = vi.spyOn(systemClock, 'sleep')
  onTestFinished(() => sleep.mockRestore())
  const kills = Array.from({ length: steps }, async (_, index) => {
    const file = join(temporaryFolder(), 'tokens', 'tokens.json')
    const store = createFileStore(file)
    if (index % 2 === 0) await store.compareAndSet('a', undefined, 'a-refresh-token')
    const { signal } = await runFile('crash.ts', [file, String(index + 1)])
    if (!existsSync(dirname(file))) return signal
    const before = await store.get('a')
    expect([undefined, 'a-refresh-token', 'a-newer-refresh-token']).toContain(before?.value)
    expect(await store.compareAndSet('a', before?.version, 'the-newest-refresh-token')).toBe(true)
    expect(readdirSync(dirname(file))).toEqual(['tokens.json'])
    expect(await store.get('a')).toMatchObject({ value: 'the-newest-refresh-token' })
    return signal
  })
  const signals = await Promise.all(kills)
  expect(sleep).not.toHaveBeenCalled()
  expect(signals.slice(0, 16)).toEqual(Array.from({ length: 16 }, () => 'SIGKILL'))
  // The last ones lie beyond the end of a write: no step was missed.
  expect(signals.at(-1)).toBeNull()
}, 60_000)
