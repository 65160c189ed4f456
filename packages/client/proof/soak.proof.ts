import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** Bundles a program of this folder, runs it in its own process, and returns its report. */
async function run(name: string, ...flags: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'))
  const outfile = join(folder, 'program.mjs')
  await build({
    entryPoints: [fileURLToPath(new URL(name, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@partner-upgrades/source'],
  })
  const report = execFileSync(process.execPath, [...flags, outfile], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  process.stdout.write(report)
  return JSON.parse(report)
}

test('10,000 concurrently watched upgrades stay within the poll budget and 200 MB, and leave no timer or listener', async () => {
  const report = Object(await run('watch-many.ts'))
  expect(report.aborted).toBe(10_000)
  expect(report.polls).toBeGreaterThan(report.budgetPerSecond * 5)
  expect(report.mostPollsInOneSecond).toBeLessThanOrEqual(report.budgetPerSecond + 1)
  expect(report.mostInFlight).toBeLessThanOrEqual(8)
  expect(report.residentMegabytes).toBeLessThan(200)
  expect(report.timersAfter).toBe(report.timersBefore)
  expect(report.listenersAfter).toBe(0)
})

test('100,000 calls in a row do not grow the heap', async () => {
  const { heapMegabytes } = Object(await run('call-many.ts', '--expose-gc'))
  const [first, ...later] = heapMegabytes.slice(1)
  expect(Math.max(...later) - first).toBeLessThan(1)
})
