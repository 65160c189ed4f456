import type { Host } from '../host.ts'
import { createPaint, wantsColours } from '../paint.ts'
import { toJsonLine } from './json-line.ts'
import type { Reporter } from './report.ts'

/** Chooses the form for whoever reads: a program, a person at a terminal, or a pipe. */
export async function createReporter(host: Host, json: boolean): Promise<Reporter> {
  const { stdout, env } = host
  const print = (lines: readonly string[]) => void stdout.write(lines.map((line) => `${line}\n`).join(''))
  const silent = { wait: () => {}, rest: () => {} }
  if (json) return { ...silent, tell: (report) => print([toJsonLine(report.json)]) }
  if (!stdout.isTTY) return { ...silent, tell: (report) => print(report.plain) }

  const { createLiveLine } = await import('./live-line.ts')
  const paint = createPaint(wantsColours(stdout, env))
  const live = createLiveLine(host)
  return { ...live, tell: ({ plain, screen }) => print(screen?.(paint, stdout.columns ?? 80) ?? plain) }
}
