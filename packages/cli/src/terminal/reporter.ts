import type { Host } from '../process/host.ts'
import { toJsonLine } from './json-line.ts'
import { noteLines } from './note.ts'
import { createPaint, wantsColours } from './paint.ts'
import { print } from './printable.ts'
import type { Reporter } from './report.ts'

/** Creates the reporter for a program, a person at a terminal, or a pipe. */
export async function createReporter(host: Host, json: boolean): Promise<Reporter> {
  const { stdout, env } = host
  const silent = { progress: () => {}, clearProgress: () => {} }
  if (json) {
    return {
      ...silent,
      report: ({ json }) => print(stdout, [toJsonLine(json)]),
      note: (texts) =>
        print(
          stdout,
          texts.map((message) => toJsonLine({ event: 'note', message })),
        ),
    }
  }
  const note = (texts: readonly string[]): void => print(host.stderr, noteLines(host, texts))
  if (!stdout.isTTY) return { ...silent, note, report: ({ plain }) => print(stdout, plain) }

  const { createLiveLine } = await import('./live-line.ts')
  const paint = createPaint(wantsColours(stdout, env))
  const live = createLiveLine(host)
  return { ...live, note, report: ({ plain, screen }) => print(stdout, screen?.(paint, stdout.columns ?? 80) ?? plain) }
}
