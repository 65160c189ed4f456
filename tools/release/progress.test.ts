import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProgress } from './progress.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('each line has its time, and long steps are named every 20 seconds until they end', async () => {
  const lines: string[] = []
  const { say, during, close } = createProgress((line) => lines.push(line))
  await vi.advanceTimersByTimeAsync(30_000)
  say('Examples')
  const bun = during('bun', () => new Promise((done) => setTimeout(done, 45_000)))
  const deno = during('deno', () => new Promise((done) => setTimeout(done, 25_000)))
  await vi.advanceTimersByTimeAsync(100_000)
  await Promise.all([bun, deno])
  close()
  expect(lines).toEqual(['  30 s  Examples', '  50 s    … bun, deno', '  70 s    … bun'])
})
